package fr.minutier.register;

import fr.minutier.register.Posted.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What leaves by mail. A letter is marked {@link State#SENDING} before a server is spoken to, and {@link State#SENT} once it
 * took it, each on disk before the method returns: after a crash in between, that one letter is doubtful, and no other.
 *
 * <p>All methods throw {@link RegisterFailure} when the database cannot be read or written.
 */
public final class Sendings {
    private final Database database;

    Sendings(Database database) {
        this.database = database;
    }

    /** Where the acts of a session are on their way, by act number; empty for what was never tried. */
    public Map<String, Posted> posted(String session) {
        return database.inTransaction(connection -> SendingTables.posted(connection, session));
    }

    /** What was sent or refused for good of a session, oldest first. */
    public List<Sending> done(String session) {
        return database.inTransaction(connection -> SendingTables.done(connection, session));
    }

    /**
     * Marks a letter that is about to be handed over.
     *
     * @return the letter as it is marked now
     */
    public Posted sending(String session, String act, String messageId, String address, LocalDate day) {
        Posted letter = new Posted(act, messageId, State.SENDING, day, address, null);
        mark(session, letter);
        return letter;
    }

    /**
     * Marks a letter that a server put off: it is not under way any more.
     *
     * @param letter as it was marked before
     */
    public void putOff(String session, Posted letter, @Nullable String reply) {
        mark(
                session,
                new Posted(letter.act(), letter.messageId(), State.PENDING, letter.day(), letter.address(), reply));
    }

    private void mark(String session, Posted letter) {
        database.lasting(connection -> {
            SendingTables.mark(connection, session, letter);
            return letter;
        });
    }

    /**
     * Puts a sending on record, at the end of its session's chain, and marks its letter as sent or refused.
     *
     * @param letter as it was marked before
     * @param reply of the server that refused it, or null
     */
    public void done(String session, Posted letter, Sending sending, @Nullable String reply) {
        database.lasting(connection -> {
            State state = sending.outcome() == Sending.Outcome.ENVOYE ? State.SENT : State.REFUSED;
            SendingTables.mark(
                    connection,
                    session,
                    new Posted(letter.act(), letter.messageId(), state, sending.day(), letter.address(), reply));
            SendingTables.enter(connection, session, sending);
            return letter;
        });
    }

    /**
     * Forgets the addresses, and what servers said of them, of letters whose last step was before a day. The file of the
     * database is written anew when this register is closed, so that nothing of them is left in it.
     *
     * @return how many addresses were forgotten, by session
     */
    public Map<String, Integer> forgetAddresses(LocalDate before) {
        Map<String, Integer> forgotten =
                database.lasting(connection -> SendingTables.forgetAddresses(connection, before));
        if (!forgotten.isEmpty()) {
            database.leaveNoTraces();
        }
        return forgotten;
    }
}
