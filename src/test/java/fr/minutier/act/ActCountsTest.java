package fr.minutier.act;

import com.sun.management.ThreadMXBean;
import fr.minutier.Limits;
import fr.minutier.proof.KeyFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much acts take, in memory and on disk; the limits are those of {@code limits.properties}. */
class ActCountsTest {
    private static final int CANDIDATES = 100;
    private static final int WARM_UP = 20;

    @TempDir
    Path register;

    private Printed printed;

    @BeforeEach
    void print_a_crowd_with_codes() throws Exception {
        KeyFolder keys = new KeyFolder(register);
        keys.create();
        printed = Printed.coded(Extremes.crowd(CANDIDATES, 5), keys.signingKey());
    }

    private List<Act> all(ActKind kind) {
        return printed.all().stream().filter(act -> act.kind() == kind).toList();
    }

    private int largest(ActKind kind) {
        return all(kind).stream().mapToInt(act -> Printed.pdf(act).length).max().orElseThrow();
    }

    @Test
    void acts_are_small_files() {
        Limits.hold("statement.file", largest(ActKind.RELEVE_DE_NOTES));
        Limits.hold("certificate.file", largest(ActKind.ATTESTATION_DE_REUSSITE));
        Limits.hold("block-certificate.file", largest(ActKind.ATTESTATION_DE_BLOC));
        Limits.hold("minutes.file.by-candidate", (double) Printed.pdf(printed.minutes()).length / CANDIDATES);
    }

    @Test
    void a_statement_allocates_little() {
        List<Act> statements = all(ActKind.RELEVE_DE_NOTES);
        for (int i = 0; i < WARM_UP; i++) {
            statements.forEach(Printed::pdf);
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        statements.forEach(Printed::pdf);
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        Limits.hold("statement.allocated", (double) allocated / statements.size());
    }
}
