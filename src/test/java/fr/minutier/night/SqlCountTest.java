package fr.minutier.night;

import fr.minutier.Limits;
import fr.minutier.register.Register;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import oracle.SizedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a night asks its database; the limit is that of {@code limits.properties}. */
class SqlCountTest {
    private static final int SESSIONS = 4;
    private static final int CANDIDATES = 25;

    @TempDir
    Path folder;

    @Test
    void a_night_executes_few_statements_of_sql() throws Exception {
        Office office = new Office(folder);
        SizedInput.write(office.input(), SESSIONS, CANDIDATES);
        Path registers = office.output().resolve(".registre");
        // The same database in the same process: what it counts by itself, it counts for all its connections.
        try (Register first = Register.open(registers);
                Connection connection = first.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET QUERY_STATISTICS_MAX_ENTRIES 10000");
            statement.execute("SET QUERY_STATISTICS TRUE");
            office.night();
            try (ResultSet count =
                    statement.executeQuery("SELECT SUM(EXECUTION_COUNT) FROM INFORMATION_SCHEMA.QUERY_STATISTICS")) {
                count.next();
                Limits.hold("night.sql.by-candidate", count.getDouble(1) / (SESSIONS * CANDIDATES));
            }
        }
    }
}
