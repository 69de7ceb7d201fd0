package fr.minutier.register;

import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Particulars;
import fr.minutier.register.Edition.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What was decided and issued. An {@link Edition} is begun, prepared when its folder is whole, and published; only then
 * do its decisions and acts enter the record, where nothing is ever changed or deleted.
 *
 * <p>Methods may be called from several threads, one thread to a session. All throw {@link RegisterFailure} when the
 * database cannot be read or written.
 */
public final class Register implements AutoCloseable {
    private final Database database;
    private Optional<byte[]> personKey = Optional.empty();

    private Register(Database database) {
        this.database = database;
    }

    /**
     * Opens the register in the file of a folder, making both when they are not there.
     *
     * @param folder {@code output/.registre}; made readable by its owner only
     * @throws RegisterBusy when another process holds it
     */
    public static Register open(Path folder) throws RegisterBusy {
        return open(Base.file(folder));
    }

    /**
     * Opens a register, making its tables, and the file when it lives in one, where they are not there.
     *
     * @throws RegisterBusy when another process holds it
     */
    public static Register open(Base base) throws RegisterBusy {
        H2File.makeFolder(base.folder());
        Register register = new Register(
                base.server().isPresent() ? PostgresDatabase.open(base.server().get()) : H2File.open(base.folder()));
        try {
            register.personKey = register.inTransaction(connection -> {
                Schema.bringUpToDate(connection, register.database::inItsWords);
                return PersonTables.key(connection);
            });
            return register;
        } catch (RuntimeException e) {
            register.close();
            throw e;
        }
    }

    /**
     * Opens the register in the file of a folder for reading, leaving the disk as it is; empty when there is none, or none
     * yet but what a run killed in its first moments left.
     *
     * @throws RegisterBusy when a run is going
     */
    public static Optional<Register> openIfPresent(Path folder) throws RegisterBusy {
        return openIfPresent(Base.file(folder));
    }

    /**
     * Opens a register for reading, leaving it as it is; empty when there is none, or none yet but what a run killed in its
     * first moments left.
     *
     * @throws RegisterBusy when a run is going, and the register lives in a file
     */
    public static Optional<Register> openIfPresent(Base base) throws RegisterBusy {
        if (base.server().isEmpty() && !H2File.isPresent(base.folder())) {
            return Optional.empty();
        }
        Register register = new Register(
                base.server().isPresent()
                        ? PostgresDatabase.openToRead(base.server().get())
                        : H2File.openToRead(base.folder()));
        try {
            if (register.inTransaction(Schema::version) > 0) {
                register.personKey = register.inTransaction(PersonTables::key);
                return Optional.of(register);
            }
        } catch (RuntimeException e) {
            register.close();
            throw e;
        }
        register.close();
        return Optional.empty();
    }

    /**
     * Opens a register on a server for a process that works for the run that holds it: what it writes is refused once another
     * run took over.
     *
     * @param name by which the server knows its connections
     */
    public static Register join(Base base, String name) {
        Register register = new Register(PostgresDatabase.join(base.server().orElseThrow(), name));
        register.personKey = register.inTransaction(PersonTables::key);
        return register;
    }

    /** Whether it lives on a server, where several machines may use it. */
    public boolean isShared() {
        return database instanceof PostgresDatabase;
    }

    /** Which run holds the register, counted on its server; 0 for a register in a file. */
    public long turn() {
        return database.turn();
    }

    /** The database itself, for the job repository: one for both, so that they fall back together after a crash. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** The edition in force: the last one published. */
    public Optional<Edition> current(String session) {
        return editions(session).reversed().stream().findFirst();
    }

    /** The last published edition that is {@link Closing#DEFINITIF}: empty while the session is open. */
    public Optional<Edition> closed(String session) {
        return editions(session).reversed().stream()
                .filter(edition -> edition.closing() == Closing.DEFINITIF)
                .findFirst();
    }

    /** All published editions of a session, oldest first. */
    public List<Edition> editions(String session) {
        return inTransaction(connection -> EditionTable.published(connection, session));
    }

    /** Ids of the sessions that have a published edition, in order. */
    public List<String> sessions() {
        return inTransaction(EditionTable::sessions);
    }

    /**
     * By what a person is known again in this register: a digest under a key that never leaves it, from which nobody
     * reads a name.
     *
     * @param identity names and birth date, always written in the same way
     * @return empty when the register was made by a program that kept no such key
     */
    public Optional<String> person(String identity) {
        return personKey.map(bytes -> PersonTables.digest(bytes, identity));
    }

    /** The edition in force of each closed session: with these numbers, {@link #holdings} always says the same. */
    public Map<String, Integer> closedInForce() {
        return inTransaction(EditionTable::closedInForce);
    }

    /**
     * Block by block, what closed sessions say of a person, oldest first.
     *
     * @param person what {@link #person} gives
     * @param editions which editions count, by session
     */
    public List<Holding> holdings(String person, Map<String, Integer> editions) {
        return inTransaction(connection -> PersonTables.of(connection, person, editions));
    }

    /** Editions begun or prepared and not published, by session. */
    public List<Edition> unfinished() {
        return inTransaction(EditionTable::unfinished);
    }

    /**
     * Begins an edition, on disk before this returns. An unfinished edition with the same digest is taken up again and
     * keeps its number and its day; one with another digest is dropped.
     *
     * @param session the session's id
     * @param digest SHA-256 of everything that can change the result
     * @param contentDigest SHA-256 of the canonical content, or empty
     * @param closing whether publishing it closes the session
     * @param today the day on which a new edition is taken up
     * @throws IllegalStateException when a prepared edition of the session waits to be finished or undone
     */
    public Edition begin(String session, String digest, String contentDigest, Closing closing, LocalDate today) {
        return database.lasting(connection -> {
            for (Edition unfinished : EditionTable.unfinished(connection, session)) {
                if (unfinished.state() == State.PREPARED) {
                    throw new IllegalStateException("to be finished or undone first: " + unfinished);
                }
                if (unfinished.digest().equals(digest)) {
                    return unfinished;
                }
                EditionTable.drop(connection, unfinished);
            }
            int number = EditionTable.lastNumber(connection, session) + 1;
            Edition opened =
                    new Edition(session, number, digest, contentDigest, closing, today, State.BEGUN, null, null);
            EditionTable.insert(connection, opened);
            return opened;
        });
    }

    /**
     * Says that the edition's folder is whole and keeps what it will issue; on disk before this returns.
     *
     * @param folderDigest digest of the finished folder, by which it is known again after a crash
     * @return the edition, prepared
     */
    public Edition prepare(Edition edition, String folderDigest, Issue issue) {
        return database.lasting(connection -> {
            EditionTable.prepare(connection, edition, folderDigest, issue.outcome());
            IssueTables.stage(connection, edition, issue);
            return EditionTable.one(connection, edition.session(), edition.number());
        });
    }

    /**
     * Puts a prepared edition on record whose folder is in its place already.
     *
     * @return the edition, published
     */
    public Edition published(Edition edition) {
        return recorded(edition, () -> {});
    }

    /**
     * Puts a prepared edition on record, with the decisions and acts that it staged, and enters it at the end of its
     * session's chain; on disk before this returns.
     *
     * @param inPlace puts its folder in its place; no other process can take over the register meanwhile
     * @return the edition, published
     * @throws IOException when the folder cannot be put in its place; the edition is still prepared then
     */
    public Edition published(Edition edition, Move<IOException> inPlace) throws IOException {
        return recorded(edition, inPlace);
    }

    private <X extends Exception> Edition recorded(Edition edition, Move<X> inPlace) throws X {
        return database.lasting(connection -> {
            // Whoever else would publish this edition waits for its row from here on, and then finds it published.
            EditionTable.publish(connection, edition);
            inPlace.run();
            IssueTables.issueStaged(connection, edition);
            Edition inForce = EditionTable.one(connection, edition.session(), edition.number());
            ChainTable.enter(connection, inForce, Schema.version(connection));
            return inForce;
        });
    }

    /** What is done to the folder of an edition while the register is held. */
    public interface Move<X extends Exception> {
        /** Does it. */
        void run() throws X;
    }

    /**
     * Takes a prepared edition back to begun: its folder is not the one that was prepared, and must be made again. Its
     * number and its day stay. On disk before this returns.
     *
     * @return the edition, begun
     */
    public Edition undone(Edition edition) {
        return database.lasting(connection -> {
            EditionTable.undo(connection, edition);
            IssueTables.unstage(connection, edition);
            return EditionTable.one(connection, edition.session(), edition.number());
        });
    }

    /** The acts of one published edition, in the order in which they were given. */
    public List<IssuedAct> acts(Edition edition) {
        return inTransaction(connection -> IssueTables.acts(connection, edition));
    }

    /** Every act ever issued for a session, edition after edition. */
    public List<IssuedAct> acts(String session) {
        return inTransaction(connection -> IssueTables.acts(connection, session));
    }

    /** The decisions of one published edition, in the order in which they were given. */
    public List<IssuedDecision> decisions(Edition edition) {
        return inTransaction(connection -> IssueTables.decisions(connection, edition));
    }

    /**
     * What a published edition says of its session; empty when it was published by a version of the program that did
     * not keep it.
     */
    public Optional<Account> account(Edition edition) {
        return inTransaction(connection -> AccountTables.account(connection, edition));
    }

    /**
     * What a published edition keeps for those that may correct it; empty when it closed nothing, or was published by a
     * version of the program that did not keep it.
     */
    public Optional<Particulars> particulars(Edition edition) {
        return inTransaction(connection -> ParticularsTables.of(connection, edition));
    }

    /** What changed with a published edition, in one line; empty when there was nothing to compare it with. */
    public String changes(Edition edition) {
        return inTransaction(connection -> AccountTables.changes(connection, edition));
    }

    /** Finds the act whose file has this digest (SHA-256, lower-case hexadecimal); empty when none was issued. */
    public Optional<RecordedAct> bySha256(String sha256) {
        return inTransaction(connection -> IssueTables.bySha256(connection, sha256));
    }

    /** Finds the act that bears this number, in the latest edition that issued it; empty when none did. */
    public Optional<RecordedAct> byNumber(String number) {
        return inTransaction(connection -> IssueTables.byNumber(connection, number));
    }

    /** Finds the file that is no act and has this digest; empty when none was put on record. */
    public Optional<RecordedFile> fileBySha256(String sha256) {
        return inTransaction(connection -> FileTable.bySha256(connection, sha256));
    }

    /** The files of a published edition that are no acts, in the order in which they were given. */
    public List<IssuedFile> files(Edition edition) {
        return inTransaction(connection -> FileTable.files(connection, edition));
    }

    /** Whether there are chains: a register that only older programs wrote has none before the next run. */
    public boolean hasChains() {
        return inTransaction(connection -> Schema.has(connection, ChainTable.SINCE));
    }

    /** Ids of the sessions that have a chain, in order. */
    public List<String> chained() {
        return hasChains() ? inTransaction(ChainTable::sessions) : List.of();
    }

    /** The end of a session's chain, as the database says it; {@link Head#NONE} before the first entry. */
    public Head head(String session) {
        return inTransaction(connection -> ChainTable.head(connection, session));
    }

    /** The head after each entry of a session, as the database says them. */
    public List<Head> heads(String session) {
        return inTransaction(connection -> ChainTable.heads(connection, session));
    }

    /** The head just before a published edition was entered; empty when it is not entered. */
    public Optional<Head> headBefore(Edition edition) {
        return inTransaction(connection -> ChainTable.before(connection, edition));
    }

    /** One entry of a session's chain, from rank 1. */
    public Entry entry(String session, int rank) {
        return inTransaction(connection -> ChainTable.entry(connection, session, rank));
    }

    /** Recomputes the chain of a session, and compares it with what the tables say: the first break, if there is one. */
    public Optional<Break> firstBreak(String session) {
        return inTransaction(connection -> Audit.firstBreak(connection, session));
    }

    /** What was sent to whom, and what is under way. */
    public Sendings sendings() {
        return new Sendings(database);
    }

    @Override
    public void close() {
        database.close();
    }

    private <T> T inTransaction(Database.Work<T, RuntimeException> work) {
        return database.inTransaction(work);
    }
}
