package fr.minutier.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an act is on its way by mail.
 *
 * @param act the number printed on the act
 * @param messageId the same each time that it is tried
 * @param state how far it came
 * @param day of its last step
 * @param address null once it was purged
 * @param reply of the server that put it off or refused it, or null
 */
public record Posted(
        String act,
        String messageId,
        State state,
        LocalDate day,
        @Nullable String address,
        @Nullable String reply) {
    /** How far a letter came. */
    public enum State {
        /** Put off by a server: to be tried again. */
        PENDING,
        /** Handed over to a server that has not answered; after a crash, nobody knows whether it took it. */
        SENDING,
        /** Taken by a server. */
        SENT,
        /** Refused for good. */
        REFUSED
    }
}
