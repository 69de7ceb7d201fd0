package fr.minutier.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;

/** Reads a seal from a PKCS#12 file, and says in French why it cannot be used. */
public final class SealFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private SealFile() {}

    /**
     * Opens the file and takes the one key in it.
     *
     * @param now a moment at which the certificate must be valid
     * @throws UnusableSeal when it is missing, open to others, closed to this password, or holds no valid key
     */
    public static Seal read(Path file, String password, Instant now) throws UnusableSeal {
        String named = "Sceau «\u00a0" + file + "\u00a0»\u00a0: ";
        if (!Files.isRegularFile(file)) {
            throw new UnusableSeal(named + "ce fichier n’existe pas.");
        }
        if (!Files.isReadable(file)) {
            throw new UnusableSeal(named + "ce fichier ne peut pas être lu, droits insuffisants.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (isShared(file)) {
                throw new UnusableSeal(
                        named + "ce fichier est ouvert à d’autres que son propriétaire\u00a0; fermez-le (chmod 600).");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return seal(store, password, now, named);
        } catch (IOException e) {
            throw new UnusableSeal(named + "mot de passe refusé, ou fichier qui n’est pas au format PKCS\u00a012.");
        } catch (GeneralSecurityException e) {
            throw new UnusableSeal(
                    named + "sa clé ou son certificat ne convient pas\u00a0: il faut RSA ou une courbe elliptique.");
        }
    }

    private static Seal seal(KeyStore store, String password, Instant now, String named)
            throws GeneralSecurityException, UnusableSeal {
        String alias = onlyKey(store, named);
        Certificate[] chain = store.getCertificateChain(alias);
        X509Certificate certificate = X509Certificate.class.cast(chain[0]);
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateExpiredException e) {
            throw new UnusableSeal(named + "son certificat a expiré le " + day(certificate.getNotAfter()) + ".");
        } catch (CertificateNotYetValidException e) {
            throw new UnusableSeal(
                    named + "son certificat n’est valable qu’après le " + day(certificate.getNotBefore()) + ".");
        }
        return new Seal(PrivateKey.class.cast(store.getKey(alias, password.toCharArray())), chain);
    }

    private static String onlyKey(KeyStore store, String named) throws KeyStoreException, UnusableSeal {
        String found = null;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                if (found != null) {
                    throw new UnusableSeal(named + "il contient plusieurs clés\u00a0; n’en laissez qu’une.");
                }
                found = alias;
            }
        }
        if (found == null) {
            throw new UnusableSeal(named + "il ne contient pas de clé privée avec son certificat.");
        }
        return found;
    }

    private static String day(Date moment) {
        return "%1$td/%1$tm/%1$tY".formatted(moment.toInstant().atZone(java.time.ZoneId.of("Europe/Paris")));
    }

    private static boolean isShared(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
    }
}
