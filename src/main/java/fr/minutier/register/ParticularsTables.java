package fr.minutier.register;

import fr.minutier.deliberation.Particulars;
import fr.minutier.deliberation.Particulars.Given;
import fr.minutier.deliberation.Particulars.OfCandidate;
import fr.minutier.session.Mark;
import fr.minutier.session.Session.Circumstances;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each closing edition keeps for those that may correct it. Those published before schema script 4 have nothing. */
final class ParticularsTables {
    private static final int SINCE = 4;
    private static final String ABSENT = "ABS";
    private static final String NOT_PRESENTED = "NP";

    private ParticularsTables() {}

    static void stage(Connection connection, Edition edition, Particulars particulars) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO staged_particulars (session_id, number,"
                        + " correction, content, heading, place, school, region, appointment, opening, closing)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Circumstances circumstances = particulars.circumstances();
            insert.setString(1, edition.session());
            insert.setInt(2, edition.number());
            insert.setInt(3, particulars.correction());
            insert.setString(4, Digest.checked(particulars.content()));
            insert.setString(5, Digest.checked(particulars.heading()));
            insert.setString(6, circumstances.place());
            insert.setString(7, circumstances.school());
            insert.setString(8, circumstances.region());
            insert.setString(9, circumstances.appointment());
            insert.setString(10, circumstances.opening());
            insert.setString(11, circumstances.closing());
            insert.executeUpdate();
        }
        try (PreparedStatement candidates = connection.prepareStatement("INSERT INTO staged_candidate (session_id,"
                        + " number, position, candidate, content) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement marks = connection.prepareStatement("INSERT INTO staged_mark (session_id, number,"
                        + " decision, position, component, mark) VALUES (?, ?, ?, ?, ?, ?)")) {
            int decision = 0;
            for (OfCandidate candidate : particulars.candidates()) {
                decision++;
                candidates.setString(4, candidate.number());
                candidates.setString(5, Digest.checked(candidate.content()));
                IssueTables.add(candidates, edition, decision);
                int position = 0;
                for (Given given : candidate.marks()) {
                    marks.setInt(4, ++position);
                    marks.setString(5, given.component());
                    marks.setString(6, written(given.mark()));
                    IssueTables.add(marks, edition, decision);
                }
            }
            candidates.executeBatch();
            marks.executeBatch();
        }
    }

    static Optional<Particulars> of(Connection connection, Edition edition) throws SQLException {
        if (!Schema.has(connection, SINCE)) {
            return Optional.empty();
        }
        try (PreparedStatement query = of(
                        connection,
                        edition,
                        "SELECT correction, content, heading, place, school, region, appointment, opening, closing"
                                + " FROM issued_particulars",
                        "number");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new Particulars(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    new Circumstances(
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            null),
                    candidates(connection, edition)));
        }
    }

    private static List<OfCandidate> candidates(Connection connection, Edition edition) throws SQLException {
        Map<Integer, List<Given>> marks = new HashMap<>();
        try (PreparedStatement query = of(
                        connection,
                        edition,
                        "SELECT decision, component, mark FROM issued_mark",
                        "decision, position");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                marks.computeIfAbsent(rows.getInt(1), decision -> new ArrayList<>())
                        .add(new Given(rows.getString(2), read(rows.getString(3))));
            }
        }
        List<OfCandidate> candidates = new ArrayList<>();
        try (PreparedStatement query = of(
                        connection, edition, "SELECT position, candidate, content FROM issued_candidate", "position");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                candidates.add(new OfCandidate(
                        rows.getString(2), rows.getString(3), marks.getOrDefault(rows.getInt(1), List.of())));
            }
        }
        return candidates;
    }

    private static PreparedStatement of(Connection connection, Edition edition, String select, String order)
            throws SQLException {
        PreparedStatement query =
                connection.prepareStatement(select + " WHERE session_id = ? AND number = ? ORDER BY " + order);
        query.setString(1, edition.session());
        query.setInt(2, edition.number());
        return query;
    }

    private static String written(Mark mark) {
        return switch (mark) {
            case Mark.Value value -> value.value().toPlainString();
            case Mark.Absent absent -> ABSENT;
            case Mark.NotPresented notPresented -> NOT_PRESENTED;
        };
    }

    private static Mark read(String mark) {
        return switch (mark) {
            case ABSENT -> new Mark.Absent();
            case NOT_PRESENTED -> new Mark.NotPresented();
            default -> new Mark.Value(new BigDecimal(mark));
        };
    }
}
