package fr.minutier.cli;

import fr.minutier.certification.InvalidDefinition;
import fr.minutier.night.DiskTrouble;
import fr.minutier.night.MixedWorkshop;
import fr.minutier.proof.UnusableKey;
import fr.minutier.register.RegisterBusy;
import fr.minutier.register.RegisterFailure;
import fr.minutier.register.Server;
import fr.minutier.typesetting.InvalidTemplate;
import fr.minutier.typesetting.MissingField;
import fr.minutier.typesetting.TallerThanAPage;
import fr.minutier.typesetting.UnprintableText;
import fr.minutier.typesetting.UnusableSeal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;

/** The command {@code minutier}: its subcommands, and what is said when one of them cannot go on. */
@Command(
        name = "minutier",
        description = "Transforme les bordereaux des jurys en procès-verbaux, relevés et attestations.",
        synopsisSubcommandLabel = "COMMANDE",
        commandListHeading = "%nCommandes\u00a0:%n",
        versionProvider = Minutier.Version.class,
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier run             produit les documents de input dans output",
            "  ./minutier check FICHIER   contrôle un bordereau sans rien écrire",
            "  ./minutier status          dit où en est chaque session",
            "  ./minutier run --help      explique une commande",
            "",
            "États de sortie\u00a0:",
            "  0  tout a été produit",
            "  1  défaillance du programme (détails dans le journal)",
            "  2  mauvais usage ou mauvaise configuration",
            "  3  terminé, mais une anomalie au moins a retenu quelque chose"
        })
public final class Minutier {
    /** By name, in the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("ouvrier", WorkerCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("bordereau", BordereauCommand.class);
        COMMANDS.put("status", StatusCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("registre", RegisterCommand.class);
        COMMANDS.put("envoyer", SendCommand.class);
        COMMANDS.put("paquet", BundleCommand.class);
        COMMANDS.put("purger", PurgeCommand.class);
        COMMANDS.put("cles", KeysCommand.class);
        COMMANDS.put("certifications", CertificationsCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("apercu", PreviewCommand.class);
        COMMANDS.put("planifier", PlanCommand.class);
    }

    private final PrintStream out;
    private final PrintStream err;
    private final int columns;
    private final Map<String, String> environment;

    @Mixin
    Help help = new Help();

    @Option(names = "--version", versionHelp = true, description = "Affiche la version du programme.")
    boolean version;

    private Minutier(PrintStream out, PrintStream err, int columns, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.columns = columns;
        this.environment = environment;
    }

    /** Runs the command line; ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(execute(System.out, System.err, Integer.getInteger("minutier.columns", 0), System.getenv(), args));
    }

    /**
     * Runs the command line.
     *
     * @param columns of the terminal; 0 when nobody watches
     * @return the exit status
     */
    static int execute(PrintStream out, PrintStream err, int columns, Map<String, String> environment, String... args) {
        CommandLine line = new CommandLine(new Minutier(out, err, columns, environment));
        addSubcommands(line, args);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(columns == 0 ? 80 : Math.clamp(columns, 60, 100));
        line.setUsageHelpLongOptionsMaxWidth(30);
        inFrench(line);
        for (CommandLine command : line.getSubcommands().values()) {
            if (command.getCommand() instanceof CertificationsCommand certifications) {
                certifications.exemplify(command);
            }
        }
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
        try {
            return line.execute(args);
        } catch (Error e) { // memory used up, a class missing: still no stack trace for whoever watches
            line.getErr().println("minutier\u00a0: " + failure(e, "défaillance du programme"));
            return ExitStatus.FAILURE;
        }
    }

    /** Only the command that the first word names, if any: finding out what each of them takes costs a start dearly. */
    private static void addSubcommands(CommandLine line, String... args) {
        Class<?> asked = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (asked != null) {
            line.addSubcommand(asked);
        } else {
            COMMANDS.values().forEach(line::addSubcommand);
        }
    }

    /** Where a command writes what it has to say. */
    PrintStream out() {
        return out;
    }

    /** Where a command writes what is beside its answer. */
    PrintStream err() {
        return err;
    }

    /** With which a command writes for whoever watches. */
    Ink ink() {
        return Ink.of(columns, environment);
    }

    /** Columns of the terminal; 0 when nobody watches. */
    int columns() {
        return columns;
    }

    /** Whether somebody who watches can answer, as the launcher found out. */
    boolean keyboard() {
        return Boolean.getBoolean("minutier.clavier");
    }

    /** A variable of the environment. */
    Optional<String> environment(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /** The PostgreSQL database that the register lives in, when the environment names one. */
    Optional<Server> server() {
        return Server.of(environment);
    }

    private static void inFrench(CommandLine line) {
        line.getSubcommands().values().forEach(Minutier::inFrench);
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading("Usage\u00a0: ./");
        usage.parameterListHeading("%nArguments\u00a0:%n");
        usage.optionListHeading("%nOptions\u00a0:%n");
    }

    /** The exit status of a command that could not go on. */
    static int status(Exception exception) {
        return switch (exception) {
            case WrongUse wrong -> ExitStatus.WRONG_USE;
            case InvalidDefinition definition -> ExitStatus.WRONG_USE;
            case InvalidTemplate template -> ExitStatus.WRONG_USE;
            case MissingField blank -> ExitStatus.WRONG_USE;
            case UnprintableText text -> ExitStatus.WRONG_USE;
            case TallerThanAPage tall -> ExitStatus.WRONG_USE;
            case UnusableKey key -> ExitStatus.WRONG_USE;
            case UnusableSeal seal -> ExitStatus.WRONG_USE;
            case RegisterBusy busy -> ExitStatus.WRONG_USE;
            case MixedWorkshop mixed -> ExitStatus.WRONG_USE;
            case RegisterFailure register -> register.isOfSettings() ? ExitStatus.WRONG_USE : ExitStatus.FAILURE;
            case NoSuchFileException missing -> ExitStatus.WRONG_USE;
            case AccessDeniedException denied -> ExitStatus.WRONG_USE;
            default -> ExitStatus.FAILURE;
        };
    }

    /** Why a command could not go on, in French. */
    static String sentence(Exception exception) {
        return switch (exception) {
            case WrongUse wrong -> String.valueOf(wrong.getMessage());
            case InvalidDefinition definition -> "définition refusée. " + definition.getMessage();
            case InvalidTemplate template -> "modèle refusé.\n" + template.getMessage();
            case MissingField blank -> String.valueOf(blank.getMessage());
            case UnprintableText text -> String.valueOf(text.getMessage());
            case TallerThanAPage tall -> String.valueOf(tall.getMessage());
            case UnusableKey key -> String.valueOf(key.getMessage());
            case UnusableSeal seal -> String.valueOf(seal.getMessage());
            case RegisterBusy busy -> String.valueOf(busy.getMessage());
            case MixedWorkshop mixed -> String.valueOf(mixed.getMessage());
            case NoSuchFileException missing -> "«\u00a0" + missing.getFile() + "\u00a0» n’existe pas.";
            case AccessDeniedException denied -> "accès refusé à «\u00a0" + denied.getFile() + "\u00a0».";
            case DiskTrouble disk -> logged(disk, String.valueOf(disk.getMessage()));
            case RegisterFailure register -> logged(register, String.valueOf(register.getMessage()));
            case IOException broken -> failure(broken, "fichier illisible ou disque plein");
            default -> failure(exception, "défaillance du programme");
        };
    }

    private static String failure(Throwable thrown, String what) {
        return logged(thrown, what + " (" + thrown.getClass().getSimpleName() + ").");
    }

    private static String logged(Throwable thrown, String sentence) {
        LoggerFactory.getLogger(Minutier.class).error("stopped", thrown);
        return sentence
                + Journal.path()
                        .map(Path::toString)
                        .map(path -> " Détails\u00a0: " + path)
                        .orElse("");
    }

    /** What {@code --version} says: the version of the jar and of Java. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Minutier.class.getPackage().getImplementationVersion();
            return new String[] {
                "minutier " + (version == null ? "en développement" : version) + " (Java "
                        + Runtime.version().feature() + ")"
            };
        }
    }
}
