package fr.minutier.night;

/** A bordereau changed between the survey and the making of its session: it is left for the next night. */
final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile(String session) {
        super(session);
    }
}
