package fr.minutier.archive;

import fr.minutier.register.Break;
import fr.minutier.register.Entry;
import fr.minutier.register.EntryText;
import fr.minutier.register.Head;
import fr.minutier.register.Links;
import fr.minutier.register.Register;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A session in one file, which proves itself on another machine without the database: its chain ({@code
 * chaine/0001.txt}…), its folder ({@code dossier/}), what was handed in and used ({@code garde/}).
 */
public final class Envelope {
    private static final String CHAIN = "chaine/";
    private static final String FOLDER = "dossier/";
    private static final String KEPT = "garde/";
    private static final String READ_ME = "LISEZ-MOI.txt";
    /** An entry of five thousand candidates has a few millions, in bytes. */
    private static final int MOST = 256 << 20;

    private Envelope() {}

    /**
     * Writes the envelope of a session, its owner's alone.
     *
     * @param output the folder of all sessions
     * @param kept the folder of what is kept beside the register
     * @throws IOException when something cannot be read or written
     */
    public static void write(Register register, String session, Path output, Path kept, Path file) throws IOException {
        try (PrivateZip zip = new PrivateZip(file)) {
            TreeSet<String> keptPaths = new TreeSet<>();
            Head head = register.head(session);
            zip.put(READ_ME, readMe(session, head).getBytes(StandardCharsets.UTF_8));
            for (int rank = 1; rank <= head.rank(); rank++) {
                Entry entry = register.entry(session, rank);
                zip.put(name(rank), entry.text().getBytes(StandardCharsets.UTF_8));
                keptPaths.addAll(
                        OnRecord.of(EntryText.facts(entry.text())).kept().keySet());
            }
            Path folder = output.resolve(session);
            for (String path : FilesFound.in(folder).digests().keySet()) {
                zip.put(FOLDER + path, folder.resolve(path));
            }
            for (String path : keptPaths) {
                if (Files.isRegularFile(kept.resolve(path))) {
                    zip.put(KEPT + path, kept.resolve(path));
                }
            }
            zip.keep();
        }
    }

    /**
     * Proves an envelope by itself and with witnesses.
     *
     * @return empty when the file is no envelope
     * @throws IOException when it cannot be read
     */
    public static Optional<RegisterProof.Found> prove(Path file, List<Witness> witnesses) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(CHAIN + "0001.txt") == null ? Optional.empty() : Optional.of(prove(zip, witnesses));
        } catch (ZipException e) {
            return Optional.empty();
        }
    }

    private static RegisterProof.Found prove(ZipFile zip, List<Witness> witnesses) throws IOException {
        String session = EntryText.placed(text(zip, CHAIN + "0001.txt"), "session");
        Chain chain = new Chain(session);
        Optional<Break> firstBreak = Optional.empty();
        Map<String, String> left = digests(zip);
        for (int rank = 1; firstBreak.isEmpty() && zip.getEntry(name(rank)) != null; rank++) {
            Entry entry = entry(session, rank, text(zip, name(rank)));
            Optional<String> wrong = Links.wrong(entry, chain.head());
            firstBreak = wrong.map(what -> new Break(session, entry.rank(), what));
            if (wrong.isEmpty()) {
                chain.add(entry);
            }
            left.remove(name(rank));
        }
        for (Witness witness : witnesses) {
            if (firstBreak.isEmpty()) {
                firstBreak = witness.session().equals(session)
                        ? chain.contradicted(witness)
                        : Optional.of(new Break(
                                session,
                                0,
                                "le témoin «\u00a0" + witness.source() + "\u00a0» parle de la session "
                                        + witness.session()));
            }
        }
        if (firstBreak.isEmpty()) {
            firstBreak = files(chain, left).map(what -> new Break(session, 0, what));
        }
        return new RegisterProof.Found(session, chain.head(), firstBreak);
    }

    /** What of the files does not agree with the chain; each is told by one entry or another. */
    private static Optional<String> files(Chain chain, Map<String, String> found) {
        Map<String, String> folder = new TreeMap<>();
        Map<String, String> kept = new TreeMap<>();
        for (Map.Entry<String, String> file : found.entrySet()) {
            if (file.getKey().startsWith(FOLDER)) {
                folder.put(file.getKey().substring(FOLDER.length()), file.getValue());
            } else if (file.getKey().startsWith(KEPT)) {
                kept.put(file.getKey().substring(KEPT.length()), file.getValue());
            } else if (!file.getKey().equals(READ_ME)) {
                return Optional.of("«\u00a0" + file.getKey() + "\u00a0» n’a pas sa place dans une enveloppe");
            }
        }
        List<OnRecord> editions = chain.editions();
        if (editions.isEmpty()) {
            return Optional.of("aucune édition n’y est inscrite");
        }
        Optional<String> difference = new FilesFound(folder).difference(editions.getLast(), sha256 -> editions.stream()
                .anyMatch(edition -> edition.folder().containsValue(sha256)));
        if (difference.isPresent()) {
            return difference;
        }
        return kept.entrySet().stream()
                .filter(file -> editions.stream().noneMatch(edition -> file.getValue()
                        .equals(edition.kept().get(file.getKey()))))
                .findFirst()
                .map(file -> "«\u00a0" + KEPT + file.getKey() + "\u00a0» n’est pas ce qui avait été reçu ou utilisé");
    }

    private static Entry entry(String session, int rank, String text) {
        Integer number = text.contains("\nnature\t" + EntryText.EDITION + "\n") ? rank : null;
        return new Entry(
                session,
                rank,
                EntryText.placed(text, "nature"),
                number,
                text,
                EntryText.placed(text, "precedent"),
                Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> digests(ZipFile zip) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            try (InputStream in = zip.getInputStream(entry)) {
                digests.put(entry.getName(), Sha256.of(in));
            }
        }
        return digests;
    }

    private static String name(int rank) {
        return CHAIN + "%04d.txt".formatted(rank);
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        }
    }

    private static String readMe(String session, Head head) {
        return """
                Enveloppe de la session %s

                chaine/    une écriture du registre par fichier ; le SHA-256 de chacune est redit par la suivante
                dossier/   les documents en vigueur : actes, listes, manifeste
                garde/     les bordereaux tels que reçus, les définitions et modèles utilisés

                Vérifier avec Minutier :   ./minutier registre verifier ENVELOPPE.zip
                Vérifier sans Minutier :   sha256sum chaine/*.txt ; chaque empreinte est à la ligne « precedent » du
                fichier suivant, et celles des documents sont aux lignes « act » et « file » de la dernière édition.

                L’enveloppe est d’accord avec elle-même ; pour savoir qu’elle est celle de l’émetteur, comparez sa tête
                avec celle qu’un tiers a gardée (procès-verbal suivant, manifeste, liste de témoins) :

                %s %d %s
                """.formatted(session, session, head.rank(), head.sha256());
    }
}
