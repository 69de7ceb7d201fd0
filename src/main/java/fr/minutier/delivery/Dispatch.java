package fr.minutier.delivery;

import fr.minutier.mail.MailConnection;
import fr.minutier.mail.UnsentLetter;
import fr.minutier.register.Posted;
import fr.minutier.register.Sending;
import fr.minutier.register.Sending.Outcome;
import fr.minutier.register.Sendings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands parcels over, one after another on one connection. Each is on record as under way before the server hears of it, and
 * as sent once the server took it: whenever this is killed, what was not sent is sent the next time, and one letter at most is
 * doubtful.
 */
public final class Dispatch {
    private final Sendings sendings;
    private final MailConnection connection;
    private final String sender;
    private final LocalDate today;
    private final Pace pace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Set<Parcel> doubtful = new HashSet<>();

    /**
     * A dispatch.
     *
     * @param sender the address that letters come from
     * @param today the day that goes on record
     */
    public Dispatch(Sendings sendings, MailConnection connection, String sender, LocalDate today, Pace pace) {
        this.sendings = sendings;
        this.connection = connection;
        this.sender = sender;
        this.today = today;
        this.pace = pace;
    }

    /**
     * What became of a parcel.
     *
     * @param doubtful whether it may have arrived twice, or is not known to have arrived
     * @param reply of the server that did not take it, or null
     */
    public record Result(
            Parcel parcel,
            End end,
            boolean doubtful,
            @Nullable String reply) {}

    /** How it ended for a parcel. */
    public enum End {
        SENT,
        REFUSED,
        /** To be sent by the next command. */
        LATER,
        /** Doubtful, and not sent again. */
        HELD
    }

    /**
     * Sends what is to be sent, and tries again, after a pause, what the server put off.
     *
     * @param hold whether a letter that becomes doubtful is left alone
     * @param told of each parcel that is done with
     * @throws UnsentLetter when the server takes nothing from us; what was sent before is on record
     */
    public void send(List<Planned> plan, boolean hold, Consumer<Result> told) throws UnsentLetter {
        List<Parcel> left = new ArrayList<>();
        for (Planned planned : plan) {
            if (planned.intent().sends()) {
                left.add(planned.parcel());
                if (planned.intent() == Planned.Intent.SEND_AGAIN) {
                    doubtful.add(planned.parcel());
                }
            }
        }
        left = round(left, hold, told);
        for (Duration pause : pace.pauses()) {
            if (left.isEmpty() || stopsWithin(pause.toMillis())) {
                break;
            }
            left = round(left, hold, told);
        }
        left.forEach(parcel -> told.accept(new Result(parcel, End.LATER, doubtful.contains(parcel), null)));
    }

    /** Asks to stop after the letter under way, or at once while it waits. */
    public void stop() {
        stopping.countDown();
    }

    private boolean stopsWithin(long milliseconds) {
        try {
            return stopping.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Each once; gives those back that are to be tried again. */
    private List<Parcel> round(List<Parcel> parcels, boolean hold, Consumer<Result> told) throws UnsentLetter {
        List<Parcel> later = new ArrayList<>();
        long next = System.nanoTime();
        for (int i = 0; i < parcels.size(); i++) {
            long wait = TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime());
            if (stopsWithin(Math.max(wait, 0)) || !reachable()) {
                later.addAll(parcels.subList(i, parcels.size()));
                break;
            }
            next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pace.betweenLettersMs());
            Result result = one(parcels.get(i));
            if (result.end() == End.LATER || (result.end() == End.HELD && !hold)) {
                later.add(result.parcel());
            } else {
                told.accept(result);
            }
        }
        return later;
    }

    private boolean reachable() {
        try {
            connection.open();
            return true;
        } catch (UnsentLetter e) {
            return false;
        }
    }

    private Result one(Parcel parcel) throws UnsentLetter {
        String address = Objects.requireNonNull(parcel.address());
        String id = parcel.messageId(sender);
        Posted letter = sendings.sending(parcel.session(), parcel.act().number(), id, address, today);
        try {
            connection.send(parcel.letter(address, id));
        } catch (UnsentLetter e) {
            return unsent(parcel, letter, e);
        }
        sendings.done(parcel.session(), letter, sending(parcel, Outcome.ENVOYE), null);
        return new Result(parcel, End.SENT, doubtful.contains(parcel), null);
    }

    private Result unsent(Parcel parcel, Posted letter, UnsentLetter why) throws UnsentLetter {
        boolean inDoubt = doubtful.contains(parcel);
        switch (why.reason()) {
            case REFUSED -> {
                sendings.done(parcel.session(), letter, sending(parcel, Outcome.REFUSE), why.reply());
                return new Result(parcel, End.REFUSED, inDoubt, why.reply());
            }
            case DOUBTFUL -> {
                doubtful.add(parcel);
                return new Result(parcel, End.HELD, true, null);
            }
            default -> {
                if (!inDoubt) { // what may have arrived once stays doubtful until a server takes it
                    sendings.putOff(parcel.session(), letter, why.reply());
                }
                if (why.reason() == UnsentLetter.Reason.SERVER) {
                    throw why;
                }
                return new Result(parcel, End.LATER, inDoubt, why.reply());
            }
        }
    }

    private Sending sending(Parcel parcel, Outcome outcome) {
        return new Sending(
                parcel.act().number(), parcel.act().kind(), parcel.act().sha256(), parcel.addressee(), outcome, today);
    }
}
