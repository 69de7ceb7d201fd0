package fr.minutier.bordereau.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much one bordereau may hold, far above any jury session and far below what would exhaust the machine. */
final class Budget {

    static final int ROWS = 200_000;
    static final int CELLS = 2_000_000;
    static final long BYTES = 200_000_000;

    private final String name;
    private int rows;
    private int cells;
    private long bytes;

    /** @param name of the file or folder, for the refusal */
    Budget(String name) {
        this.name = name;
    }

    void row(int cellsInIt) throws Refusal {
        rows++;
        cells += cellsInIt;
        if (rows > ROWS || cells > CELLS) {
            throw Refusal.tooLarge(name);
        }
    }

    void bytes(long count) throws Refusal {
        bytes += count;
        if (bytes > BYTES) {
            throw Refusal.tooLarge(name);
        }
    }

    /** The same stream, each byte counted; the {@link Refusal} arrives as the cause of an {@link IOException}. */
    InputStream counting(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                count(Math.max(count, 0));
                return count;
            }

            private void count(int read) throws IOException {
                try {
                    bytes(read);
                } catch (Refusal e) {
                    throw new IOException(e);
                }
            }
        };
    }
}
