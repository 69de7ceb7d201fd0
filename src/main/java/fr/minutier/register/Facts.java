package fr.minutier.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the tables say of a published edition, as lines of its entry: one for each row of the ledger and of the {@code
 * issued} tables, with the columns in their order.
 *
 * <p>What is not there leaves no trace, so that a table or a column added by a later script changes nothing of what is
 * entered already; a column may only be added if it is null in the rows that are there.
 */
final class Facts {
    /** They are said of every fact by its entry, or change on the way to being published. */
    private static final Set<String> LEFT_OUT = Set.of("SESSION_ID", "STATE");

    private Facts() {}

    /**
     * The facts of an edition.
     *
     * @param version of the tables that are there
     */
    static List<String> of(Connection connection, String session, int number, int version) throws SQLException {
        List<String> facts = new ArrayList<>();
        add(facts, "edition", connection, "SELECT * FROM edition WHERE session_id = ? AND number = ?", session, number);
        for (IssueTables.Table table : IssueTables.TABLES) {
            if (table.since() <= version) {
                add(
                        facts,
                        table.name(),
                        connection,
                        "SELECT * FROM issued_" + table.name() + " WHERE session_id = ? AND number = ? ORDER BY "
                                + table.order(),
                        session,
                        number);
            }
        }
        return facts;
    }

    private static void add(
            List<String> facts, String word, Connection connection, String sql, String session, int number)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, session);
            query.setInt(2, number);
            try (ResultSet rows = query.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    Map<String, Optional<String>> values = new LinkedHashMap<>();
                    for (int column = 1; column <= columns.getColumnCount(); column++) {
                        // H2 tells names in capitals, PostgreSQL in small letters.
                        String name = columns.getColumnName(column).toUpperCase(Locale.ROOT);
                        if (!LEFT_OUT.contains(name) && !(name.equals("NUMBER") && !word.equals("edition"))) {
                            values.put(
                                    name.toLowerCase(Locale.ROOT),
                                    Optional.ofNullable(text(rows, column, columns.getColumnType(column))));
                        }
                    }
                    facts.add(EntryText.fact(word, values));
                }
            }
        }
    }

    /** As H2 says it, which is how entries are written: PostgreSQL has other words for what is true or not. */
    private static @Nullable String text(ResultSet row, int column, int type) throws SQLException {
        if (type == Types.BOOLEAN || type == Types.BIT) {
            Boolean value = row.getObject(column, Boolean.class);
            return value == null ? null : value ? "TRUE" : "FALSE";
        }
        return row.getString(column);
    }
}
