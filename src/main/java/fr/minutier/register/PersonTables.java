package fr.minutier.register;

import fr.minutier.deliberation.Account.Result;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what the candidates of closed sessions are known again. Editions published before schema version 5 name nobody: their
 * candidates are not known again.
 */
final class PersonTables {
    private static final int SINCE = 5;
    private static final String MAC = "HmacSHA256";

    private PersonTables() {}

    static void stage(Connection connection, Edition edition, Issue issue) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO staged_person (session_id, number, position, person) VALUES (?, ?, ?, ?)")) {
            int position = 0;
            for (Result result : issue.account().results()) {
                position++;
                String person = issue.persons().get(result.candidate());
                if (person != null) {
                    insert.setString(4, Digest.checked(person));
                    IssueTables.add(insert, edition, position);
                }
            }
            insert.executeBatch();
        }
    }

    /** The key of this register; empty when it was made by a program that kept none. */
    static Optional<byte[]> key(Connection connection) throws SQLException {
        if (!Schema.has(connection, SINCE)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT key_bytes FROM person_key")) {
            row.next();
            return Optional.of(row.getBytes(1));
        }
    }

    /** HMAC-SHA-256, in hexadecimal. */
    static String digest(byte[] key, String identity) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return HexFormat.of().formatHex(mac.doFinal(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** Block by block, what these editions say of a person, oldest deliberation first. */
    static List<Holding> of(Connection connection, String person, Map<String, Integer> editions) throws SQLException {
        List<Holding> holdings = new ArrayList<>();
        String certification = Schema.has(connection, AccountTables.REGIMES_SINCE)
                ? "COALESCE(d.regime, s.certification)"
                : "s.certification";
        try (PreparedStatement query = connection.prepareStatement("SELECT p.session_id, p.number, d.candidate, "
                + certification + ", s.deliberated_on, b.block, b.issue FROM issued_person p"
                + " JOIN issued_decision d ON d.session_id = p.session_id AND d.number = p.number"
                + " AND d.position = p.position"
                + " JOIN issued_session s ON s.session_id = p.session_id AND s.number = p.number"
                + " JOIN issued_block b ON b.session_id = p.session_id AND b.number = p.number"
                + " AND b.decision = p.position"
                + " WHERE p.person = ? ORDER BY s.deliberated_on, p.session_id, p.position, b.position")) {
            query.setString(1, person);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    LocalDate day = rows.getObject(5, LocalDate.class);
                    if (day != null && Integer.valueOf(rows.getInt(2)).equals(editions.get(rows.getString(1)))) {
                        holdings.add(new Holding(
                                rows.getString(1),
                                rows.getString(3),
                                rows.getString(4),
                                day,
                                rows.getString(6),
                                fr.minutier.deliberation.Issue.valueOf(rows.getString(7))));
                    }
                }
            }
        }
        return holdings;
    }
}
