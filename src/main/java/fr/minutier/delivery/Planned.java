package fr.minutier.delivery;

import fr.minutier.register.Posted;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parcel, and what is to be done with it.
 *
 * @param before how far it came when it was tried before; null when it never was
 */
public record Planned(
        Parcel parcel, Intent intent, @Nullable Posted before) {
    /** What is to be done with a parcel. */
    public enum Intent {
        /** It was not sent yet. */
        SEND,
        /** A crash left it doubtful: it is sent again, as the same message. */
        SEND_AGAIN,
        /** A crash left it doubtful, and it is not to be sent again. */
        HOLD,
        /** It was sent. */
        SENT,
        /** A server refused it for good, at this address. */
        REFUSED,
        /** Nobody knows where to send it. */
        NO_ADDRESS,
        /** What is written is no address, or a name that goes into the subject holds a line break. */
        UNSENDABLE;

        /** Whether a letter is to leave. */
        public boolean sends() {
            return this == SEND || this == SEND_AGAIN;
        }
    }

    /**
     * What a person asked for.
     *
     * @param hold doubtful letters are not sent again
     * @param refusedToo what was refused is tried again at the same address
     */
    public record Wishes(boolean hold, boolean refusedToo) {}

    /**
     * The plan.
     *
     * @param posted how far each came, by act number
     */
    public static List<Planned> of(List<Parcel> parcels, Map<String, Posted> posted, Wishes wishes) {
        return parcels.stream()
                .map(parcel -> {
                    Posted before = posted.get(parcel.act().number());
                    return new Planned(parcel, intent(parcel, before, wishes), before);
                })
                .toList();
    }

    private static Intent intent(Parcel parcel, @Nullable Posted before, Wishes wishes) {
        Posted.State state = before == null ? Posted.State.PENDING : before.state();
        if (state == Posted.State.SENT) {
            return Intent.SENT;
        }
        if (state == Posted.State.SENDING && (wishes.hold() || !parcel.sendable())) {
            return Intent.HOLD;
        }
        if (parcel.address() == null) {
            return Intent.NO_ADDRESS;
        }
        if (!parcel.sendable()) {
            return Intent.UNSENDABLE;
        }
        if (state == Posted.State.REFUSED
                && before != null
                && parcel.address().equals(before.address())
                && !wishes.refusedToo()) {
            return Intent.REFUSED;
        }
        return state == Posted.State.SENDING ? Intent.SEND_AGAIN : Intent.SEND;
    }
}
