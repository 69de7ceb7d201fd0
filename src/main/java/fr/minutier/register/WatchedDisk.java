package fr.minutier.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The disk as H2 sees it, and the first fault that a database met when it wrote. One must know of it from outside: H2
 * 2.4 closes its store then, and a thread that begins a statement at that moment turns round for ever ({@code
 * MVStore.registerVersionUsage}) instead of being told.
 */
public final class WatchedDisk extends FilePathWrapper {
    private static final String SCHEME = "registre";
    private static final Map<Path, IOException> FAULTS = new ConcurrentHashMap<>();

    static {
        FilePath.register(new WatchedDisk());
    }

    /** For H2, which copies the instance registered; use {@link #watch}. */
    public WatchedDisk() {}

    /** The name by which H2 opens a file through this, what it met before being forgotten. */
    static String watch(Path file) {
        FAULTS.remove(file.toAbsolutePath());
        return SCHEME + ":" + file.toAbsolutePath();
    }

    /** The first fault met in writing to a file since it was opened. */
    static Optional<IOException> fault(Path file) {
        return Optional.ofNullable(FAULTS.get(file.toAbsolutePath()));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode), Path.of(unwrap().toString()).toAbsolutePath());
    }

    private interface Write<T> {
        T run() throws IOException;
    }

    /** A file channel may be used by several threads at once as it is; only the base class needs a lock. */
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    private static final class Channel extends FileBase {
        private final FileChannel channel;
        private final Path file;

        Channel(FileChannel channel, Path file) {
            this.channel = channel;
            this.file = file;
        }

        private <T> T watched(Write<T> write) throws IOException {
            try {
                return write.run();
            } catch (IOException e) {
                FAULTS.putIfAbsent(file, e);
                throw e;
            }
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return watched(() -> channel.write(source));
        }

        @Override
        public int write(ByteBuffer source, long at) throws IOException {
            return watched(() -> channel.write(source, at));
        }

        @Override
        public FileChannel truncate(long length) throws IOException {
            watched(() -> channel.truncate(length));
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            watched(() -> {
                channel.force(metaData);
                return channel;
            });
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            return channel.read(into, at);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            channel.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public FileLock tryLock(long at, long length, boolean shared) throws IOException {
            return channel.tryLock(at, length, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }
}
