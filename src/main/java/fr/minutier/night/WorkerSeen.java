package fr.minutier.night;

import fr.minutier.register.Register;
import java.util.List;

/**
 * A worker of a night, as the others see him.
 *
 * @param name machine and process, a hyphen between them
 * @param silentSeconds since he was last heard of
 * @param inHand sessions, and ranges of large ones
 * @param made sessions that he ended in this night
 * @param candidates of these, and of ranges that he printed
 * @param perMinute candidates a minute, since he began
 */
public record WorkerSeen(
        String name, long silentSeconds, List<InHand> inHand, int made, int candidates, long perMinute) {
    /** Above this, he is taken for dead: his connections are cut and another one does his work. */
    public static final int SILENCE_SECONDS = 20;

    public WorkerSeen {
        inHand = List.copyOf(inHand);
    }

    /**
     * What a worker is at.
     *
     * @param from place of the first candidate of a range, from 0
     * @param to place after its last candidate; 0 when he makes the session itself
     */
    public record InHand(String session, int from, int to) {
        /** Whether he prints some of the candidates, for whoever makes the session. */
        public boolean isRange() {
            return to > 0;
        }
    }

    /** The workers of the register's nights; none of a register in a file. */
    public static List<WorkerSeen> of(Register register) {
        return register.isShared() ? new SharedNight(register.dataSource()).workers() : List.of();
    }

    /** The machine that he works on. */
    public String machine() {
        return name.substring(0, name.lastIndexOf('-'));
    }

    /** The number of his process on that machine. */
    public long process() {
        return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
    }

    /** Whether he has that session, or a range of it, in hand. */
    public boolean isAt(String session) {
        return inHand.stream().anyMatch(work -> work.session().equals(session));
    }

    /** Whether he is taken for dead. */
    public boolean isSilent() {
        return silentSeconds > SILENCE_SECONDS;
    }
}
