package fr.minutier.cli;

import fr.minutier.certification.FrenchCount;
import fr.minutier.night.Health;
import fr.minutier.night.Night;
import fr.minutier.night.NightResult;
import fr.minutier.night.NightResult.Fate;
import fr.minutier.night.Progress;
import fr.minutier.night.Workplace;
import fr.minutier.register.RegisterBusy;
import fr.minutier.typesetting.Seal;
import fr.minutier.typesetting.SealFile;
import fr.minutier.typesetting.UnusableSeal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code run}: the nightly job. */
@Command(
        name = "run",
        description = "Lit les bordereaux, contrôle, délibère et produit les documents de chaque session nouvelle ou"
                + " modifiée. Relancée, la commande fait ce qui reste à faire.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier run",
            "  ./minutier run --dry-run",
            "  ./minutier run --session JURY-2026-JUIN",
            "  ./minutier run --input /srv/jurys/input --output /srv/jurys/output"
        })
final class RunCommand implements Callable<Integer> {
    private static final String SEAL = "MINUTIER_SCEAU";
    private static final String PASSWORD = "MINUTIER_SCEAU_MOT_DE_PASSE";
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Mixin
    Folders folders = new Folders();

    @Mixin
    Input input = new Input();

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Ne traite que cette session\u00a0; l’option peut être répétée.")
    Set<String> sessions = Set.of();

    @Option(names = "--dry-run", description = "Dit ce qui serait fait, et n’écrit rien.")
    boolean rehearsal;

    @Option(
            names = "--ouvriers",
            description =
                    "Confie les sessions aux «\u00a0./minutier ouvrier\u00a0» de toutes les machines\u00a0; le registre est"
                            + " alors dans PostgreSQL.")
    boolean workers;

    @Mixin
    Format format = new Format();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws Exception {
        Minutier told = Objects.requireNonNull(minutier);
        if (workers) {
            WorkerCommand.requireServer(told, "run --ouvriers");
        }
        Workplace place = folders.workplaceOfNight(input, told);
        Progress progress =
                format.json() ? new Progress(told.err(), false) : new Progress(told.out(), told.columns() > 0);
        Night night = new Night(place, seal(place, told), sessions, progress);
        if (workers) {
            night.withWorkers();
        }
        if (!rehearsal) {
            Folders.prepare(place.output());
            Journal.open(place.register());
        }
        // What a signal ends, ends only after this has said how far it came.
        return rehearsal
                ? told(night.rehearse(), place, told)
                : EndOfProcess.waitsFor(() -> recorded(night, place, told), night::stop);
    }

    /** The night, and how it ended on record; a run that another one keeps out leaves that one's record alone. */
    private int recorded(Night night, Workplace place, Minutier told) throws Exception {
        NightResult result;
        try {
            result = night.run();
        } catch (RegisterBusy busy) {
            throw busy;
        } catch (Exception e) {
            Health.ended(place.register(), Minutier.status(e), null);
            new SummaryMail(told, place).broken(Minutier.sentence(e));
            throw e;
        }
        Health.ended(place.register(), status(result, unknownSessions(result)), result);
        new SummaryMail(told, place).after(result);
        return told(result, place, told);
    }

    private int told(NightResult result, Workplace place, Minutier told) throws WrongUse {
        Set<String> unknown = unknownSessions(result);
        int status = status(result, unknown);
        if (format.json()) {
            try (Json json = new Json(told.out(), "run")) {
                json.run(result, place.output(), status);
            }
        } else if (result.stopped()) {
            told.out().println(stopped(result));
        } else {
            told.out().print(new Summary(place, told.columns(), told.ink(), sessions.isEmpty()).of(result));
            told.out().flush();
        }
        if (status == ExitStatus.WRONG_USE) {
            throw new WrongUse("aucun bordereau lisible ne porte "
                    + (unknown.size() == 1 ? "la session " : "les sessions ") + String.join(", ", unknown) + ".");
        }
        return status;
    }

    private static int status(NightResult result, Set<String> unknown) {
        if (result.stopped() || result.failed()) {
            return ExitStatus.FAILURE;
        }
        return !unknown.isEmpty() ? ExitStatus.WRONG_USE : result.withheld() ? ExitStatus.WITHHELD : ExitStatus.DONE;
    }

    /** The seal that the environment names, in variables rather than options: a password is no word of a command line. */
    static Optional<Seal> seal(Workplace place, Minutier told) throws UnusableSeal, WrongUse {
        Optional<String> file = told.environment(SEAL).filter(path -> !path.isBlank());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String password = told.environment(PASSWORD)
                .orElseThrow(() -> new WrongUse(SEAL + " est défini sans " + PASSWORD + "\u00a0: donnez les deux."));
        return Optional.of(SealFile.read(
                Path.of(file.get()),
                password,
                place.today().atStartOfDay(FRANCE).toInstant()));
    }

    private static String stopped(NightResult result) {
        int made = result.count(Fate.MADE);
        int left = result.count(Fate.STOPPED);
        String howFar = result.sessions().isEmpty()
                ? "aucune session n’a été commencée"
                : FrenchCount.of(made, "session terminée", "sessions terminées") + ", "
                        + FrenchCount.of(left, "reste", "restent") + " à faire";
        return "Arrêt demandé\u00a0: " + howFar + "\u00a0; relancez la même commande.";
    }

    private Set<String> unknownSessions(NightResult result) {
        Set<String> unknown = new TreeSet<>(sessions);
        result.sessions().forEach(session -> unknown.remove(session.line().id()));
        return unknown;
    }
}
