package fr.minutier.bordereau.reader;

import fr.minutier.bordereau.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Opens archives, workbooks among them, that may be made to exhaust the machine. Nothing is unpacked to disk. */
final class ZipGuard {

    /** Far more than a workbook has parts, or a session files. */
    static final int ENTRIES = 1_000;

    /** How the list of an archive, which is read whole when it is opened, begins each entry. */
    private static final int LISTED = ('P' << 24) | ('K' << 16) | (1 << 8) | 2;

    private static final int CHUNK = 1 << 16;

    /** How the library refuses names that differ by case alone. */
    private static final String TWICE = "Input file contains more than 1 entry with the name ";

    static {
        // POI's own defaults are looser or may change: a part may not be a hundred times its packed size.
        ZipSecureFile.setMinInflateRatio(0.01);
        ZipSecureFile.setMaxEntrySize(Budget.BYTES);
        ZipSecureFile.setMaxFileCount(ENTRIES);
    }

    private ZipGuard() {}

    /**
     * An archive whose entries cannot unpack to more than a bordereau may hold.
     *
     * @param name of the file, for the refusal
     */
    static ZipSecureFile open(Path file, String name) throws IOException, Refusal {
        if (entries(file) > ENTRIES) {
            throw new Refusal(Refusal.quoted(name)
                    + " contient plus de 1\u00A0000 fichiers, bien plus qu’une session de jury\u00A0: n’y laissez que ceux de"
                    + " la session.");
        }
        try {
            return new ZipSecureFile(file.toFile());
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.startsWith(TWICE)) {
                throw e;
            }
            throw new Refusal("Deux fichiers de l’archive " + Refusal.quoted(name)
                    + " portent le même nom aux majuscules près (" + Written.tidy(message.substring(TWICE.length()))
                    + ")\u00A0: gardez celui qui est à jour et retirez l’autre.");
        }
    }

    /** No fewer than the entries listed: chance may add one, whatever a file says of itself hides none. */
    private static int entries(Path file) throws IOException {
        int count = 0;
        int last = 0;
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int read; (read = stream.read(chunk)) > 0; ) {
                for (int i = 0; i < read; i++) {
                    last = (last << 8) | (chunk[i] & 0xFF);
                    count += last == LISTED ? 1 : 0;
                }
            }
        }
        return count;
    }
}
