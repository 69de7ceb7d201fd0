package fr.minutier.cli;

import fr.minutier.certification.InvalidDefinition;
import fr.minutier.register.RegisterBusy;
import fr.minutier.typesetting.InvalidTemplate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code minutier}: its subcommands, and what is said when one of them cannot go on. */
@Command(
        name = "minutier",
        description = "Transforme les bordereaux des jurys en procès-verbaux, relevés et attestations.",
        synopsisSubcommandLabel = "COMMANDE",
        commandListHeading = "%nCommandes\u00a0:%n",
        optionListHeading = "%nOptions\u00a0:%n",
        footerHeading = "%nÉtats de sortie\u00a0:%n",
        footer = {
            "  0  tout a été produit",
            "  1  défaillance du programme (détails dans le journal)",
            "  2  mauvais usage ou mauvaise configuration",
            "  3  terminé, mais une anomalie au moins a retenu quelque chose"
        },
        subcommands = {RunCommand.class, CheckCommand.class, CertificationsCommand.class})
public final class Minutier {
    private Minutier() {}

    /** Runs the command line; ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The command line, ready to execute. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Minutier());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setUsageHelpLongOptionsMaxWidth(30);
        line.getSubcommands().values().forEach(Minutier::inFrench);
        inFrench(line);
        line.setParameterExceptionHandler((exception, given) -> {
            CommandLine wrong = exception.getCommandLine();
            wrong.getErr().println("minutier\u00a0: " + FrenchMessages.of(exception));
            wrong.getErr().println("Aide\u00a0: ./" + wrong.getCommandSpec().qualifiedName() + " --help");
            return ExitStatus.WRONG_USE;
        });
        line.setExecutionExceptionHandler((exception, running, given) -> {
            running.getErr().println("minutier\u00a0: " + sentence(exception));
            return status(exception);
        });
        return line;
    }

    private static void inFrench(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading("Usage\u00a0: ./");
        usage.parameterListHeading("%nArguments\u00a0:%n");
        usage.optionListHeading("%nOptions\u00a0:%n");
        usage.abbreviateSynopsis(false);
    }

    private static int status(Exception exception) {
        return switch (exception) {
            case InvalidDefinition definition -> ExitStatus.WRONG_USE;
            case InvalidTemplate template -> ExitStatus.WRONG_USE;
            case RegisterBusy busy -> ExitStatus.WRONG_USE;
            case FileSystemException file -> ExitStatus.WRONG_USE;
            case DateTimeException date -> ExitStatus.WRONG_USE;
            default -> ExitStatus.FAILURE;
        };
    }

    private static String sentence(Exception exception) {
        return switch (exception) {
            case InvalidDefinition definition -> "définition refusée. " + definition.getMessage();
            case InvalidTemplate template -> "modèle refusé.\n" + template.getMessage();
            case RegisterBusy busy -> String.valueOf(busy.getMessage());
            case DateTimeException date ->
                "SOURCE_DATE_EPOCH doit être un nombre de secondes depuis le 1er janvier 1970.";
            case NoSuchFileException missing -> "« " + missing.getFile() + " » n’existe pas.";
            case NotDirectoryException file -> "« " + file.getFile() + " » n’est pas un dossier.";
            case AccessDeniedException denied -> "accès refusé à « " + denied.getFile() + " ».";
            case IOException broken -> failure(broken, "fichier illisible ou disque plein");
            default -> failure(exception, "défaillance du programme");
        };
    }

    private static String failure(Exception exception, String what) {
        LoggerFactory.getLogger(Minutier.class).error("stopped", exception);
        String where = Journal.path().map(Path::toString).orElse("");
        return what + " (" + exception.getClass().getSimpleName() + ")."
                + (where.isEmpty() ? "" : " Détails\u00a0: " + where);
    }
}
