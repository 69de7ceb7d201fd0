package fr.minutier.cli;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code planifier}: what to give to systemd or cron so that the night runs by itself. */
@Command(
        name = "planifier",
        description =
                "Écrit de quoi lancer «\u00a0run\u00a0» chaque nuit\u00a0: à relire, puis à enregistrer. N’installe"
                        + " rien.",
        footerHeading = "%nExemples\u00a0:%n",
        footer = {
            "  ./minutier planifier --heure 01:30",
            "  ./minutier planifier --heure 01:30 --cron",
            "  ./minutier planifier --heure 01:30 --output /srv/jurys/output"
        })
final class PlanCommand implements Callable<Integer> {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm");

    @ParentCommand
    @Nullable
    Minutier minutier;

    @Option(
            names = "--heure",
            required = true,
            paramLabel = "HH:MM",
            description = "Heure de France à laquelle la nuit commence, par exemple 01:30.")
    String hour = "";

    /** One of the two. */
    static final class Planner {
        @Option(names = "--systemd", description = "Unités systemd (par défaut).")
        boolean systemd;

        @Option(names = "--cron", description = "Ligne de crontab.")
        boolean cron;
    }

    @ArgGroup
    Planner planner = new Planner();

    @Mixin
    Input input = new Input();

    @Mixin
    Output output = new Output();

    @Mixin
    Help help = new Help();

    @Override
    public Integer call() throws WrongUse {
        LocalTime at = hour();
        Path home = Folders.home("").toAbsolutePath().normalize();
        List<String> words = List.of(
                home.resolve("minutier").toString(),
                "run",
                "--input",
                absolute(input.folder()),
                "--output",
                absolute(output.folder()));
        for (String word : words) {
            if (word.chars().anyMatch(Character::isISOControl)) {
                throw new WrongUse(
                        "un nom de dossier contient un saut de ligne\u00a0: aucun planificateur ne l’accepte.");
            }
        }
        Objects.requireNonNull(minutier).out().print(planner.cron ? cron(at, words) : systemd(at, words, home));
        return ExitStatus.DONE;
    }

    private LocalTime hour() throws WrongUse {
        try {
            return LocalTime.parse(hour, HOUR);
        } catch (DateTimeParseException e) {
            throw new WrongUse("l’heure s’écrit HH:MM, de 00:00 à 23:59.");
        }
    }

    private static String absolute(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    private static String systemd(LocalTime at, List<String> words, Path home) {
        String command =
                String.join(" ", words.stream().map(PlanCommand::forSystemd).toList());
        return """
                # /etc/systemd/system/minutier.service
                [Unit]
                Description=Minutier, documents des jurys

                [Service]
                Type=oneshot
                User=%s
                WorkingDirectory=%s
                # Sceau et courriel, s'il y en a : NOM=valeur, un par ligne, fichier lisible de root seul.
                EnvironmentFile=-/etc/minutier/environnement
                ExecStart=%s
                # 3 : terminé, une anomalie a retenu quelque chose ; le rapport dit laquelle.
                SuccessExitStatus=3
                UMask=0027
                Nice=10

                # /etc/systemd/system/minutier.timer
                [Unit]
                Description=Minutier, chaque nuit

                [Timer]
                OnCalendar=*-*-* %s:00 Europe/Paris
                # Machine éteinte à cette heure : le passage se fait à son réveil.
                Persistent=true

                [Install]
                WantedBy=timers.target

                # Chaque partie dans son fichier, puis :
                #   systemctl daemon-reload && systemctl enable --now minutier.timer
                #   systemctl list-timers minutier.timer
                %s""".formatted(
                System.getProperty("user.name", "minutier"), home.toString().replace("%", "%%"), command, at, note(at));
    }

    private static String cron(LocalTime at, List<String> words) {
        String command =
                String.join(" ", words.stream().map(PlanCommand::forCron).toList());
        return """
                # À ajouter par « crontab -e ». Sans CRON_TZ (cron de Debian), l'heure est celle de la machine.
                # Machine éteinte à cette heure : ce passage n'a pas lieu ; systemd, lui, le rattrape.
                CRON_TZ=Europe/Paris
                %d %d * * * %s
                %s""".formatted(at.getMinute(), at.getHour(), command, note(at));
    }

    /** On the nights of March and October, an hour is missing or comes twice. */
    private static String note(LocalTime at) {
        return at.getHour() == 2
                ? "# De 2 h à 3 h, une heure manque ou revient aux changements d'heure : 01:30 ou 03:30 l'évitent.\n"
                : "";
    }

    private static String forSystemd(String word) {
        String escaped = word.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("%", "%%")
                .replace("$", "$$");
        return word.matches("[\\w./:-]+") ? word : "\"" + escaped + "\"";
    }

    private static String forCron(String word) {
        String quoted = word.matches("[\\w./:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
        return quoted.replace("%", "\\%");
    }
}
