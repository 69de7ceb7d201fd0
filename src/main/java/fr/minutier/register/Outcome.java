package fr.minutier.register;

/**
 * What an edition came to, in counts, kept so that a night that finds nothing changed can say it without redoing it.
 *
 * @param somethingWithheld an anomaly withheld a candidate or the whole session (exit status 3)
 * @param candidates candidates of the session, withheld ones included
 * @param withheld candidates whose decision is withheld
 * @param acts acts made
 * @param anomalies anomalies of every gravity
 */
public record Outcome(boolean somethingWithheld, int candidates, int withheld, int acts, int anomalies) {
    /** Refuses negative counts and counts that contradict each other. */
    public Outcome {
        if (candidates < 0 || withheld < 0 || acts < 0 || anomalies < 0) {
            throw new IllegalArgumentException("negative count");
        }
        if (withheld > candidates) {
            throw new IllegalArgumentException("more candidates withheld than there are");
        }
        if (withheld > 0 && !somethingWithheld) {
            throw new IllegalArgumentException("a candidate is withheld, hence something is");
        }
    }
}
