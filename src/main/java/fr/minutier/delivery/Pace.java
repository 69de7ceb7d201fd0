package fr.minutier.delivery;

import java.time.Duration;
import java.util.List;

/**
 * How fast letters follow each other, and how long those are left alone that a server put off.
 *
 * @param perMinute at most, at least 1
 * @param pauses before each further try
 */
public record Pace(int perMinute, List<Duration> pauses) {
    private static final long MINUTE_MS = 60_000;

    /** Refuses less than one letter a minute. */
    public Pace {
        if (perMinute < 1) {
            throw new IllegalArgumentException("at least one letter a minute: " + perMinute);
        }
        pauses = List.copyOf(pauses);
    }

    /** What suits a server that puts off what it does not know (greylisting: five minutes as a rule). */
    public static Pace of(int perMinute) {
        return new Pace(perMinute, List.of(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(330)));
    }

    long betweenLettersMs() {
        return MINUTE_MS / perMinute;
    }
}
