package fr.minutier.cli;

import fr.minutier.act.ActKind;
import fr.minutier.night.Preview;
import fr.minutier.night.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code apercu}: one act of a fictional session, for whoever edits a template. */
@Command(
        name = "apercu",
        description = "Imprime un acte d’une session fictive, pour voir ce que donne un modèle.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier apercu releve-de-notes -o releve.pdf",
            "  ./minutier apercu releve-de-notes --template essai.md -o essai.pdf",
            "  ./minutier apercu proces-verbal --templates modeles -o pv.pdf --force"
        })
final class PreviewCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Templates templates = new Templates();

    @Parameters(arity = "0..1", paramLabel = "ACTE", description = "L’acte à imprimer, par exemple releve-de-notes.")
    @Nullable
    String act;

    @Option(
            names = "--template",
            paramLabel = "FICHIER",
            description = "Modèle à essayer à la place de celui du dossier des modèles.")
    @Nullable
    Path template;

    @Option(names = "-o", paramLabel = "FICHIER.pdf", description = "Le document à écrire.")
    @Nullable
    Path file;

    @Option(names = "--force", description = "Remplace le document s’il existe déjà.")
    boolean force;

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        ActKind kind = kind();
        Path to = Target.freeOrFile(file, "essai.pdf");
        if (!force && Files.exists(to)) {
            throw new WrongUse(
                    "«\u00a0" + to + "\u00a0» existe déjà\u00a0: choisissez un autre nom, ou ajoutez --force.");
        }
        if (template != null && !Files.isRegularFile(template)) {
            throw new WrongUse("le modèle «\u00a0" + template + "\u00a0» n’existe pas.");
        }
        Optional<byte[]> pdf = Preview.of(
                templates.folder(),
                kind,
                template == null ? Map.of() : Map.of(kind, template),
                Workplace.today(told.environment("SOURCE_DATE_EPOCH"), Clock.systemUTC()));
        if (pdf.isEmpty()) {
            throw new WrongUse("la session fictive du dossier «\u00a0apercu\u00a0» des modèles ne donne pas d’acte "
                    + kind.word() + "\u00a0: contrôlez-la par ./minutier check.");
        }
        Target.replace(to, pdf.get());
        told.out().println(to + " écrit.");
        return ExitStatus.DONE;
    }

    private ActKind kind() throws WrongUse {
        return Optional.ofNullable(act)
                .flatMap(ActKind::of)
                .orElseThrow(() -> new WrongUse(
                        (act == null ? "indiquez un acte" : "l’acte «\u00a0" + act + "\u00a0» n’existe pas")
                                + "\u00a0; actes\u00a0: "
                                + Stream.of(ActKind.values()).map(ActKind::word).collect(Collectors.joining(", "))
                                + "."));
    }
}
