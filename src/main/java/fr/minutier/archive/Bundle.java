package fr.minutier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a session gave, in one file to hand over: its manifest first, then every file that the manifest lists. */
public final class Bundle {
    /** Names that Windows keeps for devices, with whatever extension. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private Bundle() {}

    /**
     * One file as the manifest lists it.
     *
     * @param path in the session's folder, parted by {@code /}
     * @param sha256 of its bytes
     */
    public record Item(String path, String sha256) {}

    /** A file is not what the manifest says. The message is a French sentence without its point. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /**
     * Writes the file, its owner's alone, each of its entries below a folder named as the session; a name that Windows
     * keeps for itself takes a {@code ~}. Each file goes through as a stream.
     *
     * @param folder of the session
     * @param manifest its name in that folder, and its bytes as the items were read from them
     * @throws Refused when a file is missing or is another one; nothing is then written
     * @throws IOException when something cannot be read or written
     */
    public static void write(
            String session, Path folder, String manifest, byte[] manifestBytes, List<Item> items, Path file)
            throws Refused, IOException {
        try (PrivateZip zip = new PrivateZip(file)) {
            zip.put(safe(session + "/" + manifest), manifestBytes);
            for (Item item : items) {
                put(zip, session, folder, item);
            }
            zip.keep();
        }
    }

    private static void put(PrivateZip zip, String session, Path folder, Item item) throws Refused, IOException {
        Path source = folder.resolve(item.path());
        if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused("«\u00a0" + item.path() + "\u00a0» manque");
        }
        try (InputStream in = Files.newInputStream(source);
                DigestInputStream digested = new DigestInputStream(in, Sha256.digest())) {
            zip.put(safe(session + "/" + item.path()), digested);
            if (!Sha256.hexadecimal(digested.getMessageDigest()).equals(item.sha256())) {
                throw new Refused("«\u00a0" + item.path() + "\u00a0» a été modifié");
            }
        }
    }

    private static String safe(String path) {
        return Arrays.stream(path.split("/", -1)).map(Bundle::safeName).collect(Collectors.joining("/"));
    }

    private static String safeName(String name) {
        int dot = name.indexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        return DEVICES.contains(stem.toLowerCase(Locale.ROOT)) ? stem + "~" + name.substring(stem.length()) : name;
    }
}
