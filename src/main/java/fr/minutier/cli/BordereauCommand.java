package fr.minutier.cli;

import fr.minutier.bordereau.blank.BlankBordereau;
import fr.minutier.bordereau.reader.NameList;
import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.NamedTitle;
import fr.minutier.session.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code bordereau}: a blank bordereau made from a definition. */
@Command(
        name = "bordereau",
        description = "Écrit un bordereau vierge, prêt à remplir, pour une certification.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier bordereau CERTIFICATION -o juin.xlsx",
            "  ./minutier bordereau CERTIFICATION --session JUIN-2027 --liste inscrits.csv -o juin.ods",
            "",
            "./minutier certifications donne les codes."
        })
final class BordereauCommand implements Callable<Integer> {
    private static final int USUAL_CANDIDATES = 40;

    /** For whoever is missing from a list. */
    private static final int SPARE = 10;

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Templates templates = new Templates();

    @Parameters(arity = "0..1", paramLabel = "CERTIFICATION", description = "Code de la certification.")
    @Nullable
    String code;

    @Option(names = "--session", paramLabel = "ID", description = "Identifiant de la session, s’il est connu.")
    @Nullable
    String session;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            description = "Nombre de lignes de candidats, 1 à 5000 (par défaut\u00a0: 40).")
    @Nullable
    Integer candidates;

    @Option(
            names = "--liste",
            paramLabel = "FICHIER.csv",
            description = "Liste des candidats, qui remplit d’avance leur identité.")
    @Nullable
    Path list;

    @Option(names = "-o", paramLabel = "FICHIER", description = "Fichier à écrire, .xlsx ou .ods.")
    @Nullable
    Path file;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws WrongUse, InvalidDefinition, IOException {
        PrintStream out = Objects.requireNonNull(minutier).out();
        Certification certification = certification();
        if (session != null && !Session.ID.matcher(session).matches()) {
            throw new WrongUse("«\u00a0" + session
                    + "\u00a0» ne peut pas nommer une session\u00a0: écrivez 3 à 40 lettres capitales sans accent, chiffres ou"
                    + " traits d’union, en commençant par une lettre ou un chiffre.");
        }
        if (list != null && candidates != null) {
            throw new WrongUse("donnez --candidates ou --liste, pas les deux.");
        }
        Path written = target();
        NameList.Read names = names();
        int rows = rows(names.people().size());
        BlankBordereau blank = new BlankBordereau(certification, others(certification), session, rows, names.people());
        Target.write(written, isOds(written) ? blank.ods() : blank.xlsx());
        out.println("Bordereau vierge\u00a0: " + written + " (" + certification.code() + ", "
                + FrenchCount.of(rows, "ligne de candidat", "lignes de candidats")
                + (list == null
                        ? ""
                        : ", dont " + FrenchCount.of(names.people().size(), "remplie d’avance", "remplies d’avance"))
                + ").");
        if (!names.ignored().isEmpty()) {
            out.println("Colonnes de la liste laissées de côté\u00a0: " + String.join(", ", names.ignored()) + ".");
        }
        return ExitStatus.DONE;
    }

    private Certification certification() throws WrongUse, InvalidDefinition {
        CertificationLibrary library = templates.library();
        String known = "Codes connus\u00a0: "
                + String.join(
                        ", ", library.all().stream().map(Certification::code).toList())
                + ".";
        if (code == null) {
            throw new WrongUse("indiquez le code d’une certification. " + known);
        }
        for (NamedTitle title : library.named()) {
            if (title.code().equals(code)) {
                throw new WrongUse(title.refusal());
            }
        }
        return library.find(code)
                .orElseThrow(() ->
                        new WrongUse("la certification «\u00a0" + code + "\u00a0» n’a pas de définition. " + known));
    }

    /** The other certifications of the same family. */
    private List<String> others(Certification certification) throws WrongUse, InvalidDefinition {
        return templates.library().all().stream()
                .filter(other -> other.acronym().equals(certification.acronym())
                        && !other.code().equals(certification.code()))
                .map(Certification::code)
                .toList();
    }

    private Path target() throws WrongUse {
        Path target = Target.free(file, "bordereau.xlsx");
        String name = String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".ods")) {
            throw new WrongUse(
                    "le fichier à écrire se termine par .xlsx ou .ods, et non «\u00a0" + target + "\u00a0».");
        }
        return target;
    }

    private static boolean isOds(Path target) {
        return target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ods");
    }

    private NameList.Read names() throws WrongUse {
        if (list == null) {
            return new NameList.Read(List.of(), List.of());
        }
        return switch (NameList.read(list)) {
            case NameList.Read read -> read;
            case NameList.Refused refused -> throw new WrongUse(refused.sentence());
        };
    }

    private int rows(int names) throws WrongUse {
        if (names > BlankBordereau.MOST_CANDIDATES) {
            throw new WrongUse("la liste compte " + names + " candidats\u00a0: un bordereau en porte au plus "
                    + BlankBordereau.MOST_CANDIDATES + ".");
        }
        if (list != null) {
            return Math.min(names + SPARE, BlankBordereau.MOST_CANDIDATES);
        }
        int rows = candidates == null ? USUAL_CANDIDATES : candidates;
        if (rows < 1 || rows > BlankBordereau.MOST_CANDIDATES) {
            throw new WrongUse("--candidates va de 1 à " + BlankBordereau.MOST_CANDIDATES + ".");
        }
        return rows;
    }
}
