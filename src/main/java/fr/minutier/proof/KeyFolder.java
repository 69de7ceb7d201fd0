package fr.minutier.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of the keys: {@code privee.pem}, the key in use, which its owner alone may read, and {@code
 * publique-ID.pem} for each generation. To begin a new generation, the private key is put away and a new pair is made;
 * the public keys stay, so that what the former keys signed is still recognised.
 */
public final class KeyFolder {
    private static final String PRIVATE = "privee.pem";
    private static final Pattern PUBLIC = Pattern.compile("publique-[0-9a-f]+\\.pem");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final Path folder;

    /**
     * A folder, which may not be there yet.
     *
     * @param register the folder of the register; keys lie in {@code cles} below it
     */
    public KeyFolder(Path register) {
        this.folder = register.resolve("cles");
    }

    /**
     * Makes a pair of keys.
     *
     * @return the file of the public key
     * @throws UnusableKey when there is a private key already
     * @throws IOException when the files cannot be written
     */
    public Path create() throws UnusableKey, IOException {
        Path secret = folder.resolve(PRIVATE);
        if (Files.exists(secret)) {
            throw new UnusableKey("Une clé existe déjà\u00a0: «\u00a0" + secret
                    + "\u00a0». Elle n’est jamais remplacée. Pour passer à une nouvelle clé, déplacez d’abord ce"
                    + " fichier en lieu sûr\u00a0; les clés publiques restent, et ce qui est signé reste vérifiable.");
        }
        createFolder();
        KeyPair pair = Curve.newPair();
        ECPublicKey known = ECPublicKey.class.cast(pair.getPublic());
        // The private key comes last: were the program stopped before, a new pair would simply be made.
        Path open = folder.resolve("publique-" + PublicKeys.id(known) + ".pem");
        write(open, "PUBLIC KEY", known.getEncoded(), "rw-r--r--");
        try {
            write(secret, "PRIVATE KEY", pair.getPrivate().getEncoded(), "rw-------");
        } catch (FileAlreadyExistsException e) {
            Files.delete(open);
            throw new UnusableKey(
                    "Une clé vient d’être créée par une autre commande\u00a0: «\u00a0" + secret + "\u00a0».");
        }
        return open;
    }

    /**
     * The key in use; empty when there is none.
     *
     * @throws UnusableKey when others may read it, it is no such key, or its public key is missing
     * @throws IOException when it cannot be read
     */
    public Optional<SigningKey> signingKey() throws UnusableKey, IOException {
        Path secret = folder.resolve(PRIVATE);
        if (!Files.exists(secret)) {
            return Optional.empty();
        }
        refuseShared(secret);
        SigningKey key;
        try {
            key = new SigningKey(Curve.privateKey(bytes(secret, "PRIVATE KEY")));
        } catch (InvalidKeySpecException e) {
            throw new UnusableKey("«\u00a0" + secret
                    + "\u00a0» n’est pas une clé privée P-256 au format PEM (PKCS\u00a08, sans mot de passe).");
        }
        if (!publicKeys().knows(key.id())) {
            throw new UnusableKey("La clé publique de «\u00a0" + secret
                    + "\u00a0» manque\u00a0: rien de ce qu’elle signe ne serait vérifiable. Remettez «\u00a0publique-"
                    + key.id()
                    + ".pem\u00a0» dans le même dossier.");
        }
        return Optional.of(key);
    }

    /**
     * All public keys; none when there is no folder.
     *
     * @throws UnusableKey when a file that should be one is none
     * @throws IOException when one cannot be read
     */
    public PublicKeys publicKeys() throws UnusableKey, IOException {
        Map<String, ECPublicKey> keys = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (PUBLIC.matcher(file.getFileName().toString()).matches()) {
                        ECPublicKey key = publicKey(file);
                        keys.put(PublicKeys.id(key), key);
                    }
                }
            }
        }
        return new PublicKeys(keys);
    }

    private static ECPublicKey publicKey(Path file) throws UnusableKey, IOException {
        try {
            return Curve.publicKey(bytes(file, "PUBLIC KEY"));
        } catch (InvalidKeySpecException e) {
            throw new UnusableKey("«\u00a0" + file + "\u00a0» n’est pas une clé publique P-256 au format PEM.");
        }
    }

    private static void refuseShared(Path secret) throws UnusableKey, IOException {
        if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(secret).stream().anyMatch(OTHERS::contains)) {
            throw new UnusableKey("La clé privée «\u00a0" + secret
                    + "\u00a0» est ouverte à d’autres que son propriétaire\u00a0: fermez-la (chmod 600), et remplacez-la si"
                    + " quelqu’un a pu la lire.");
        }
    }

    private void createFolder() throws IOException {
        Files.createDirectories(folder, rights(folder, "rwx------"));
    }

    private static void write(Path file, String label, byte[] der, String rights) throws IOException {
        String pem = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var out = Files.newByteChannel(file, options, rights(file, rights))) {
            out.write(java.nio.ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static FileAttribute<?>[] rights(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /** What stands between the lines that say {@code label}. */
    private static byte[] bytes(Path file, String label) throws IOException, InvalidKeySpecException {
        List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .map(String::strip)
                .toList();
        int begin = lines.indexOf("-----BEGIN " + label + "-----");
        int end = lines.indexOf("-----END " + label + "-----");
        if (begin < 0 || end < begin) {
            throw new InvalidKeySpecException("no " + label);
        }
        try {
            return Base64.getDecoder().decode(String.join("", lines.subList(begin + 1, end)));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException(e);
        }
    }
}
