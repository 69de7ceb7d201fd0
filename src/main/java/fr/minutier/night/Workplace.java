package fr.minutier.night;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.register.Base;
import fr.minutier.register.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where a night works and which day it is.
 *
 * @param input what coordinators hand in; never written to
 * @param output where documents go; the register lies in {@code output/.registre}
 * @param templates definitions, acts and style
 * @param today the day in France, or that of {@code SOURCE_DATE_EPOCH}
 * @param server the PostgreSQL database that the register lives in; empty for the file in its folder
 */
public record Workplace(Path input, Path output, TemplateFolder templates, LocalDate today, Optional<Server> server) {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** A workplace whose templates folder no other one completes. */
    public Workplace(Path input, Path output, Path templates, LocalDate today) {
        this(input, output, TemplateFolder.of(templates), today);
    }

    /** A workplace whose register lives in the file of its folder. */
    public Workplace(Path input, Path output, TemplateFolder templates, LocalDate today) {
        this(input, output, templates, today, Optional.empty());
    }

    /** What the register lives in. */
    public Base base() {
        return new Base(register(), server);
    }

    /** The folder of the register and of all that varies from run to run. */
    public Path register() {
        return register(output);
    }

    /** The folder of the register below an output folder. */
    public static Path register(Path output) {
        return output.resolve(".registre");
    }

    /** The folder of what is kept of each edition, below an output folder. */
    public static Path kept(Path output) {
        return register(output).resolve(Keeping.FOLDER);
    }

    /**
     * The day in France.
     *
     * @param sourceDateEpoch seconds since 1970 that fix it, when given
     * @throws DateTimeException when these are no number of seconds
     */
    public static LocalDate today(Optional<String> sourceDateEpoch, Clock clock) {
        Instant now;
        try {
            now = sourceDateEpoch
                    .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.strip())))
                    .orElseGet(clock::instant);
        } catch (NumberFormatException e) {
            throw new DateTimeException("SOURCE_DATE_EPOCH", e);
        }
        return LocalDate.ofInstant(now, FRANCE);
    }
}
