package fr.minutier.bench;

import fr.minutier.act.Statements;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Statements printed in memory, one after the other, by one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Printing {
    /** The name of a {@link Producer}. */
    @Param("MINUTIER")
    public String producer = "";

    private List<Content> contents = List.of();
    private Peer peer = content -> new byte[0];
    private int next;

    /** What was done, and the time that the thread had on a processor to do it, whatever else the machine did. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        private long begin;

        /** Printed in an iteration. */
        public long documents;

        /** In them altogether. */
        public long bytes;

        /** Nanoseconds of processor. */
        public long nanoseconds;

        /** Begins an iteration. */
        @Setup(Level.Iteration)
        public void begin() {
            documents = 0;
            bytes = 0;
            begin = clock.getCurrentThreadCpuTime();
        }

        /** Ends it. */
        @TearDown(Level.Iteration)
        public void end() {
            nanoseconds = clock.getCurrentThreadCpuTime() - begin;
        }
    }

    /** Makes the statements, and the printer ready; shows its first page in {@code target/bench/pages}. */
    @Setup
    public void make() throws Exception {
        Path folder = Files.createTempDirectory("minutier-bench");
        Statements statements = new Statements(folder);
        contents = statements.all();
        peer = Producer.valueOf(producer).make(statements, folder);
        Path pages = Files.createDirectories(Path.of("target/bench/pages"));
        Files.write(pages.resolve(producer + ".pdf"), peer.print(contents.getFirst()));
    }

    /** One statement. */
    @Benchmark
    public byte[] print(Cost cost) throws Exception {
        byte[] pdf = peer.print(contents.get(next++ % contents.size()));
        cost.documents++;
        cost.bytes += pdf.length;
        return pdf;
    }
}
