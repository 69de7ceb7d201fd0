package fr.minutier.register;

import fr.minutier.certification.Gravity;
import fr.minutier.deliberation.Account;
import fr.minutier.deliberation.Account.BlockResult;
import fr.minutier.deliberation.Account.Finding;
import fr.minutier.deliberation.Account.Result;
import fr.minutier.deliberation.Issue;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.Status;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each edition says of its session. Editions published before schema script 2 have decisions alone. */
final class AccountTables {
    private static final int SINCE = 2;
    /** The script that brought the certification of a candidate who comes for another than that of his session. */
    static final int REGIMES_SINCE = 6;

    private static final String OF_EDITION = " WHERE session_id = ? AND number = ? ORDER BY ";

    private AccountTables() {}

    static void stage(Connection connection, Edition edition, Account account, String changes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO staged_session (session_id, number,"
                + " label, certification, status, deliberated_on, changes) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            Status status = account.status();
            insert.setString(1, edition.session());
            insert.setInt(2, edition.number());
            insert.setString(3, account.label());
            insert.setString(4, account.certification());
            insert.setString(5, status == null ? null : status.name());
            insert.setObject(6, account.deliberatedOn());
            insert.setString(7, changes);
            insert.executeUpdate();
        }
        stageResults(connection, edition, account.results());
        stageFindings(connection, edition, account.findings());
    }

    private static void stageResults(Connection connection, Edition edition, List<Result> results) throws SQLException {
        try (PreparedStatement decisions =
                        insert(connection, "staged_decision", "position, candidate, decision, regime");
                PreparedStatement blocks =
                        insert(connection, "staged_block", "decision, position, block, issue, points");
                PreparedStatement reserves = insert(connection, "staged_reserve", "decision, position, code");
                PreparedStatement waivers = insert(connection, "staged_waiver", "decision, position, code")) {
            int position = 0;
            for (Result result : results) {
                position++;
                decisions.setString(4, result.candidate());
                decisions.setString(5, result.verdict().name());
                decisions.setString(6, result.regime());
                IssueTables.add(decisions, edition, position);
                int block = 0;
                for (BlockResult outcome : result.blocks()) {
                    BigDecimal points = outcome.points();
                    blocks.setInt(4, ++block);
                    blocks.setString(5, outcome.block());
                    blocks.setString(6, outcome.issue().name());
                    blocks.setString(7, points == null ? null : points.toPlainString());
                    IssueTables.add(blocks, edition, position);
                }
                stageCodes(reserves, edition, position, result.reserves());
                stageCodes(waivers, edition, position, result.waivers());
            }
            decisions.executeBatch();
            blocks.executeBatch();
            reserves.executeBatch();
            waivers.executeBatch();
        }
    }

    private static void stageCodes(PreparedStatement insert, Edition edition, int decision, List<String> codes)
            throws SQLException {
        int position = 0;
        for (String code : codes) {
            insert.setInt(4, ++position);
            insert.setString(5, code);
            IssueTables.add(insert, edition, decision);
        }
    }

    private static void stageFindings(Connection connection, Edition edition, List<Finding> findings)
            throws SQLException {
        try (PreparedStatement insert = insert(
                connection, "staged_anomaly", "position, of_session, candidate, code, gravity, file, sheet, cell")) {
            int position = 0;
            for (Finding finding : findings) {
                insert.setBoolean(4, finding.ofSession());
                insert.setString(5, finding.candidate());
                insert.setString(6, finding.code());
                insert.setString(7, finding.gravity().name());
                insert.setString(8, finding.file());
                insert.setString(9, finding.sheet());
                insert.setString(10, finding.cell());
                IssueTables.add(insert, edition, ++position);
            }
            insert.executeBatch();
        }
    }

    private static PreparedStatement insert(Connection connection, String table, String columns) throws SQLException {
        return connection.prepareStatement("INSERT INTO " + table + " (session_id, number, " + columns
                + ") VALUES (?, ?" + ", ?".repeat(columns.split(",").length) + ")");
    }

    /** Empty for an edition that was published before accounts were kept. */
    static Optional<Account> account(Connection connection, Edition edition) throws SQLException {
        if (!Schema.has(connection, SINCE)) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                        of(connection, edition, "label, certification, status, deliberated_on", "session", "number");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String status = row.getString(3);
            return Optional.of(new Account(
                    row.getString(1),
                    row.getString(2),
                    status == null ? null : Status.valueOf(status),
                    row.getObject(4, LocalDate.class),
                    results(connection, edition),
                    findings(connection, edition)));
        }
    }

    /** What changed since the edition before, in one line; empty when that is not kept. */
    static String changes(Connection connection, Edition edition) throws SQLException {
        if (!Schema.has(connection, SINCE)) {
            return "";
        }
        try (PreparedStatement query = of(connection, edition, "changes", "session", "number");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static List<Result> results(Connection connection, Edition edition) throws SQLException {
        Map<Integer, List<BlockResult>> blocks = new HashMap<>();
        try (PreparedStatement query =
                        of(connection, edition, "decision, block, issue, points", "block", "decision, position");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                BlockResult block = new BlockResult(
                        rows.getString(2), Issue.valueOf(rows.getString(3)), decimal(rows.getString(4)));
                blocks.computeIfAbsent(rows.getInt(1), decision -> new ArrayList<>())
                        .add(block);
            }
        }
        Map<Integer, List<String>> reserves = codes(connection, edition, "reserve");
        Map<Integer, List<String>> waivers = codes(connection, edition, "waiver");
        List<Result> results = new ArrayList<>();
        String regime = Schema.has(connection, REGIMES_SINCE) ? "regime" : "NULL";
        try (PreparedStatement query =
                        of(connection, edition, "position, candidate, decision, " + regime, "decision", "position");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                int position = rows.getInt(1);
                results.add(new Result(
                        rows.getString(2),
                        Verdict.valueOf(rows.getString(3)),
                        blocks.getOrDefault(position, List.of()),
                        reserves.getOrDefault(position, List.of()),
                        waivers.getOrDefault(position, List.of()),
                        rows.getString(4)));
            }
        }
        return results;
    }

    private static Map<Integer, List<String>> codes(Connection connection, Edition edition, String table)
            throws SQLException {
        Map<Integer, List<String>> codes = new HashMap<>();
        try (PreparedStatement query = of(connection, edition, "decision, code", table, "decision, position");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                codes.computeIfAbsent(rows.getInt(1), decision -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return codes;
    }

    private static List<Finding> findings(Connection connection, Edition edition) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (PreparedStatement query = of(
                        connection,
                        edition,
                        "of_session, candidate, code, gravity, file, sheet, cell",
                        "anomaly",
                        "position");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                findings.add(new Finding(
                        rows.getBoolean(1),
                        rows.getString(2),
                        rows.getString(3),
                        Gravity.valueOf(rows.getString(4)),
                        rows.getString(5),
                        rows.getString(6),
                        rows.getString(7)));
            }
        }
        return findings;
    }

    private static @Nullable BigDecimal decimal(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }

    private static PreparedStatement of(
            Connection connection, Edition edition, String columns, String table, String order) throws SQLException {
        PreparedStatement query =
                connection.prepareStatement("SELECT " + columns + " FROM issued_" + table + OF_EDITION + order);
        query.setString(1, edition.session());
        query.setInt(2, edition.number());
        return query;
    }
}
