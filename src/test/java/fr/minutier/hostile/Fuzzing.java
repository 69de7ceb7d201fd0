package fr.minutier.hostile;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Hands in changed files, one after the other, in a process of its own whose memory is bounded. It ends at the first that
 * is not taken as it should: that file is kept, and what happened is said.
 */
final class Fuzzing {
    /** Of the processor, so that a busy machine changes nothing; and of the clock, for whoever waits for nothing. */
    private static final long LONGEST_CPU_MILLIS = 10_000;

    private static final long LONGEST_WAIT_MILLIS = 120_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread busy = Thread.currentThread();

    private final FuzzTarget target;
    private final Path folder;
    private final ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger followed = new AtomicInteger();
    private volatile long current;
    private volatile long began;
    private volatile long beganCpu;
    private volatile boolean working;

    private Fuzzing(FuzzTarget target, Path folder) throws IOException {
        this.target = target;
        this.folder = folder;
    }

    /**
     * Hands in the changed files of a range.
     *
     * @param args the target; the first number and the one after the last, each of which gives one changed file, always
     *     the same; a folder of its own
     */
    public static void main(String[] args) throws Exception {
        Fuzzing fuzzing = new Fuzzing(FuzzTarget.valueOf(args[0]), Path.of(args[3]));
        fuzzing.watch();
        fuzzing.run(Long.parseLong(args[1]), Long.parseLong(args[2]));
        System.exit(0);
    }

    private void run(long from, long end) throws Exception {
        List<FuzzTarget.Seed> seeds = target.seeds();
        long used = 0;
        long slowest = 0;
        for (long number = from; number < end; number++) {
            Random random = new Random(number * 0x9E3779B97F4A7C15L + target.ordinal());
            FuzzTarget.Seed seed = seeds.get(random.nextInt(seeds.size()));
            byte[] changed = new Mutator(random, trap.getLocalPort()).mutate(seed.bytes());
            Path place = Files.createDirectories(folder.resolve("entree"));
            current = number;
            began = System.nanoTime();
            beganCpu = THREADS.getThreadCpuTime(busy.threadId());
            working = true;
            try {
                used += target.takes(seed, changed, place) ? 1 : 0;
            } catch (Throwable e) {
                throw failed(number, changed, e);
            }
            working = false;
            slowest = Math.max(slowest, cpuMillis());
            if (followed.get() > 0) {
                throw failed(number, changed, new AssertionError("an address in the file was followed"));
            }
            clear(place);
            List<String> beside = names(folder);
            if (!beside.equals(List.of("entree"))) {
                throw failed(number, changed, new AssertionError("written outside: " + beside));
            }
        }
        System.out.println(
                target + " : " + (end - from) + " entrées, " + used + " utilisables, la plus lente " + slowest + " ms");
    }

    private long cpuMillis() {
        return (THREADS.getThreadCpuTime(busy.threadId()) - beganCpu) / 1_000_000;
    }

    private AssertionError failed(long number, byte[] changed, Throwable cause) throws IOException {
        Path kept = folder.resolveSibling("refusee-" + target + "-" + number);
        Files.write(kept, changed);
        return new AssertionError(target + " " + number + ", kept as " + kept, cause);
    }

    /** Nobody reads for longer than a person waits, and nobody follows an address. */
    private void watch() {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try {
                    trap.accept().close();
                    followed.incrementAndGet();
                } catch (IOException e) {
                    return;
                }
            }
        });
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    return;
                }
                long waited = (System.nanoTime() - began) / 1_000_000;
                if (working && (cpuMillis() > LONGEST_CPU_MILLIS || waited > LONGEST_WAIT_MILLIS)) {
                    System.out.println(target + " " + current + ": too long");
                    Stream.of(busy.getStackTrace()).forEach(frame -> System.out.println("    " + frame));
                    Runtime.getRuntime().halt(1);
                }
            }
        });
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void clear(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(place)) {
                    Files.delete(path);
                }
            }
        }
    }
}
