package fr.minutier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    @TempDir
    Path register;

    private Path secret() {
        return register.resolve("cles/privee.pem");
    }

    @Test
    void an_office_without_keys_signs_nothing_and_trusts_nothing() throws Exception {
        assertThat(new KeyFolder(register).signingKey()).isEmpty();
        assertThat(new KeyFolder(register).publicKeys().isEmpty()).isTrue();
        assertThat(register).isEmptyDirectory();
    }

    @Test
    void a_new_key_is_for_its_owner_alone_and_signs() throws Exception {
        KeyFolder folder = new KeyFolder(register);
        Path open = folder.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret().getParent())))
                .isEqualTo("rwx------");
        SigningKey key = folder.signingKey().orElseThrow();
        assertThat(open).hasFileName("publique-" + key.id() + ".pem");
        assertThat(folder.publicKeys().read(key.sign(ClaimTest.ADA))).isEqualTo(new Reading.Signed(ClaimTest.ADA));
    }

    @Test
    void a_key_is_never_overwritten() throws Exception {
        new KeyFolder(register).create();
        byte[] before = Files.readAllBytes(secret());
        assertThatThrownBy(() -> new KeyFolder(register).create())
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("jamais remplacée");
        assertThat(Files.readAllBytes(secret())).isEqualTo(before);
    }

    @Test
    void what_a_former_key_signed_is_still_recognised() throws Exception {
        KeyFolder folder = new KeyFolder(register);
        folder.create();
        String code = folder.signingKey().orElseThrow().sign(ClaimTest.ADA);
        Files.move(secret(), register.resolve("ancienne.pem"));
        folder.create();
        assertThat(folder.signingKey().orElseThrow().sign(ClaimTest.ADA)).isNotEqualTo(code);
        assertThat(folder.publicKeys().read(code)).isEqualTo(new Reading.Signed(ClaimTest.ADA));
    }

    @Test
    void a_key_that_others_may_read_is_refused() throws Exception {
        KeyFolder folder = new KeyFolder(register);
        folder.create();
        Files.setPosixFilePermissions(secret(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(folder::signingKey).isInstanceOf(UnusableKey.class).hasMessageContaining("chmod 600");
    }

    @Test
    void a_file_that_is_no_key_is_refused_without_a_word_of_its_content() throws Exception {
        KeyFolder folder = new KeyFolder(register);
        folder.create();
        Files.writeString(secret(), "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(folder::signingKey)
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("n’est pas une clé privée P-256");
        Files.writeString(secret(), "");
        assertThatThrownBy(folder::signingKey).isInstanceOf(UnusableKey.class);
    }

    @Test
    void a_private_key_whose_public_key_is_lost_is_refused() throws Exception {
        KeyFolder folder = new KeyFolder(register);
        Files.delete(folder.create());
        assertThatThrownBy(folder::signingKey).isInstanceOf(UnusableKey.class).hasMessageContaining("manque");
    }
}
