package fr.minutier.cli;

import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.FrenchCount;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.NamedTitle;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code certifications}: what the library holds, and what one definition says. */
@Command(
        name = "certifications",
        description =
                "Liste les certifications définies, ou en explique une\u00a0: blocs, épreuves, règles et sources.",
        footerHeading = "%nExemples\u00a0:%n")
final class CertificationsCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Templates templates = new Templates();

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "Code de la certification à expliquer.")
    @Nullable
    String code;

    @Option(
            names = "--verifier",
            paramLabel = "FICHIER",
            description = "Dit tout ce qui ne va pas dans un fichier de définition, avec la ligne, et rien de plus.")
    @Nullable
    Path file;

    @Mixin
    Help help = new Help();

    /** The codes are data: the example of the help is looked up when the help is shown. */
    void exemplify(CommandLine line) {
        line.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_FOOTER,
                        help ->
                                "  ./minutier certifications%n  ./minutier certifications %s%n  ./minutier certifications --verifier essai.yaml%n"
                                        .formatted(example()));
    }

    @Override
    public Integer call() throws WrongUse, InvalidDefinition {
        PrintStream out = Objects.requireNonNull(minutier).out();
        if (file != null) {
            return verify(file, out);
        }
        CertificationLibrary library = templates.library();
        if (code == null) {
            for (Certification certification : library.all()) {
                Integer level = certification.level();
                out.println(certification.code() + "  " + certification.title()
                        + (level == null ? "" : ", niveau " + level)
                        + (certification.toFill().isEmpty() ? "" : " (réglages à remplir)"));
            }
            for (NamedTitle title : library.named()) {
                out.println(title.code() + "  " + title.title() + ", niveau " + title.level()
                        + " (titre connu, aucune session)");
            }
            out.println("Pour en lire une\u00a0: ./minutier certifications " + first(library));
            return ExitStatus.DONE;
        }
        String asked = code;
        Optional<NamedTitle> named = library.named().stream()
                .filter(title -> title.code().equals(asked))
                .findFirst();
        if (named.isPresent()) {
            out.print(Explanation.of(named.get()));
            return ExitStatus.DONE;
        }
        Optional<Certification> found = library.find(code);
        if (found.isEmpty()) {
            throw new WrongUse("la certification «\u00a0" + code + "\u00a0» n’a pas de définition. Codes connus\u00a0: "
                    + library.all().stream().map(Certification::code).collect(Collectors.joining(", ")) + ".");
        }
        out.print(Explanation.of(found.get()));
        return ExitStatus.DONE;
    }

    private static int verify(Path definition, PrintStream out) throws WrongUse {
        if (!Files.isRegularFile(definition)) {
            throw new WrongUse("le fichier «\u00a0" + definition + "\u00a0» n’existe pas.");
        }
        try {
            CertificationLibrary.verify(definition);
        } catch (InvalidDefinition e) {
            for (InvalidDefinition.Fault fault : e.faults()) {
                out.println(fault + ".");
            }
            out.println(FrenchCount.of(e.faults().size(), "faute") + " dans " + definition + ".");
            return ExitStatus.WRONG_USE;
        }
        out.println(definition + "\u00a0: définition sans faute.");
        return ExitStatus.DONE;
    }

    private String example() {
        try {
            return first(templates.library());
        } catch (WrongUse | InvalidDefinition e) {
            return "CODE";
        }
    }

    private static String first(CertificationLibrary library) {
        return library.all().iterator().next().code();
    }
}
