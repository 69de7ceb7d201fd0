package fr.minutier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    /** The key of RFC 6979, appendix A.2.5. */
    private static final BigInteger SECRET =
            new BigInteger("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721", 16);

    private static final String X = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    private static final String Y = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

    private static SigningKey key(BigInteger secret) throws Exception {
        var parameters = Curve.publicKey(secret).getParams();
        return new SigningKey(ECPrivateKey.class.cast(
                KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, parameters))));
    }

    @Test
    void the_public_key_follows_from_the_private_one() {
        ECPublicKey known = Curve.publicKey(SECRET);
        assertThat(known.getW().getAffineX()).isEqualTo(new BigInteger(X, 16));
        assertThat(known.getW().getAffineY()).isEqualTo(new BigInteger(Y, 16));
    }

    /** The steps of the documentation, with Java's own means alone. */
    @Test
    void whoever_has_the_public_key_checks_a_code_without_this_program() throws Exception {
        String code = key(SECRET).sign(ClaimTest.ADA);
        int last = code.lastIndexOf('|');
        byte[] message = code.substring(0, last).getBytes(StandardCharsets.UTF_8);
        byte[] raw = Base64.getUrlDecoder().decode(code.substring(last + 1));
        assertThat(raw).hasSize(64);
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(Curve.publicKey(SECRET));
        check.update(message);
        assertThat(check.verify(der(raw))).isTrue();
        check.update("Mme".getBytes(StandardCharsets.UTF_8));
        check.update(message);
        assertThat(check.verify(der(raw))).isFalse();
        assertThat(code.split("\\|")[8])
                .isEqualTo(HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(Curve.publicKey(SECRET).getEncoded()))
                        .substring(0, 8));
    }

    /** SEQUENCE of two INTEGERs, each with a leading zero byte when its first bit is set. */
    private static byte[] der(byte[] raw) {
        String hex = HexFormat.of().formatHex(raw);
        byte[] r = new BigInteger(hex.substring(0, 64), 16).toByteArray();
        byte[] s = new BigInteger(hex.substring(64), 16).toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = 0x30;
        der[1] = (byte) (4 + r.length + s.length);
        der[2] = 2;
        der[3] = (byte) r.length;
        System.arraycopy(r, 0, der, 4, r.length);
        der[4 + r.length] = 2;
        der[5 + r.length] = (byte) s.length;
        System.arraycopy(s, 0, der, 6 + r.length, s.length);
        return der;
    }

    @Test
    void the_same_claim_is_signed_with_the_same_bytes() throws Exception {
        assertThat(key(SECRET).sign(ClaimTest.ADA)).isEqualTo(key(SECRET).sign(ClaimTest.ADA));
    }

    private static PublicKeys trusting(BigInteger secret) {
        ECPublicKey known = Curve.publicKey(secret);
        return new PublicKeys(Map.of(PublicKeys.id(known), known));
    }

    @Test
    void a_code_is_read_back_with_its_claim() throws Exception {
        assertThat(trusting(SECRET).read(key(SECRET).sign(ClaimTest.ADA))).isEqualTo(new Reading.Signed(ClaimTest.ADA));
    }

    @Test
    void spaces_and_line_ends_of_the_way_do_no_harm() throws Exception {
        String code = key(SECRET).sign(ClaimTest.ADA);
        String travelled = "  " + code.replace("é", "e\u0301").replace("Mme ", "Mme\u00a0 ") + "\r\n";
        assertThat(trusting(SECRET).read(travelled)).isEqualTo(new Reading.Signed(ClaimTest.ADA));
    }

    @Test
    void a_changed_word_is_a_forgery() throws Exception {
        String code = key(SECRET).sign(ClaimTest.ADA);
        assertThat(trusting(SECRET).read(code.replace("|admis|", "|ajourné|"))).isInstanceOf(Reading.Forged.class);
        assertThat(trusting(SECRET).read(code.replace("1990", "1991"))).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void a_changed_or_cut_signature_is_a_forgery() throws Exception {
        String code = key(SECRET).sign(ClaimTest.ADA);
        int at = code.lastIndexOf('|') + 5;
        String changed = code.substring(0, at) + (code.charAt(at) == 'A' ? 'B' : 'A') + code.substring(at + 1);
        assertThat(trusting(SECRET).read(changed)).isInstanceOf(Reading.Forged.class);
        assertThat(trusting(SECRET).read(code.substring(0, code.length() - 9))).isInstanceOf(Reading.Forged.class);
        assertThat(trusting(SECRET).read(code.substring(0, at - 4))).isInstanceOf(Reading.Forged.class);
        assertThat(trusting(SECRET).read(code + "é!")).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void another_key_that_takes_the_name_of_a_trusted_one_is_a_forgery() throws Exception {
        String ours = key(SECRET).id();
        SigningKey thief = key(SECRET.add(BigInteger.ONE));
        String code = thief.sign(ClaimTest.ADA).replace("|" + thief.id() + "|", "|" + ours + "|");
        assertThat(trusting(SECRET).read(code)).isInstanceOf(Reading.Forged.class);
    }

    @Test
    void a_key_that_the_office_does_not_have_is_named() throws Exception {
        SigningKey stranger = key(SECRET.add(BigInteger.ONE));
        assertThat(trusting(SECRET).read(stranger.sign(ClaimTest.ADA)))
                .isEqualTo(new Reading.UnknownKey(ClaimTest.ADA, stranger.id()));
    }

    @Test
    void any_other_text_is_no_code() {
        assertThat(trusting(SECRET).read("")).isEqualTo(new Reading.NoCode());
        assertThat(trusting(SECRET).read("bonjour|a|b")).isEqualTo(new Reading.NoCode());
    }
}
