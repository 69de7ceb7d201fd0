package fr.minutier.register;

import java.time.LocalDate;

/**
 * One act that was sent to somebody, or that was refused for good: what is proof of it. The address is no part of it.
 *
 * @param act the number printed on the act
 * @param kind of the act, e.g. {@code releve-de-notes}
 * @param sha256 digest of the file that was sent
 * @param day on which it was
 */
public record Sending(String act, String kind, String sha256, Addressee addressee, Outcome outcome, LocalDate day) {
    /** To whom an act goes. */
    public enum Addressee {
        CANDIDAT,
        PRESIDENT
    }

    /** How a sending ended. */
    public enum Outcome {
        /** A server took it. */
        ENVOYE,
        /** A server will never take it as it is. */
        REFUSE
    }

    /** Checks each part. */
    public Sending {
        if (act.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("what is sent has a number and a kind");
        }
        Digest.checked(sha256);
    }
}
