package fr.minutier.hostile;

/** What may befall a command while it is under way, as the table of {@link TortureTest} names it. */
enum Fault {
    KILLED_AT_RANDOM(true),
    KILLED_AT_A_COMMIT_POINT(false),
    DISK_FULL(true),
    OUTPUT_READ_ONLY(true),
    INPUT_TRUNCATED(true),
    INPUT_REPLACED(true),
    INPUT_REMOVED(true),
    CLOCK_SET_BACK(true),
    TWO_AT_ONCE(true),
    LOCK_HELD_BY_ANOTHER(true),
    LOCK_LOST(false);

    private final boolean befallsLetters;

    Fault(boolean befallsLetters) {
        this.befallsLetters = befallsLetters;
    }

    /** Whether it may befall that command. */
    boolean befalls(Evenings.Step step) {
        return step.isNight() || befallsLetters;
    }

    /** What came of trying to deal it. */
    enum Dealt {
        /** The command was over before. */
        NOT,
        /** The command ended as if nothing had been. */
        SURVIVED,
        /** The command was killed, or said that it could not go on. */
        DIED
    }
}
