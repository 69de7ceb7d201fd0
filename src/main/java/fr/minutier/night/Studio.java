package fr.minutier.night;

import fr.minutier.act.Press;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.LengthLimit;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Check;
import fr.minutier.check.Checked;
import fr.minutier.check.Past;
import fr.minutier.proof.SigningKey;
import fr.minutier.register.IssuedFile;
import fr.minutier.register.Register;
import fr.minutier.typesetting.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every session of a night is made with: definitions, rules, templates, and the digest of them all. */
final class Studio {
    private final CertificationLibrary library;
    private final Press press;
    private final Check check;
    private final Optional<SigningKey> key;
    private final String digest;
    private final Function<String, Optional<InForce>> closed;
    private final Past past;
    private final Optional<EarlierSessions> earlier;
    private final @Nullable IssuedFile keptTemplates;

    /**
     * Loads definitions and templates, before anything is read or printed.
     *
     * @param key signs the codes of acts; without one, acts bear none
     * @param seal put on acts; without one, acts are not sealed
     * @throws InvalidDefinition for a definition that cannot be used
     * @throws fr.minutier.typesetting.InvalidTemplate for templates that cannot be used
     * @throws IOException when a file cannot be read
     */
    Studio(Workplace place, Optional<SigningKey> key, Optional<Seal> seal) throws InvalidDefinition, IOException {
        library = new CertificationLibrary(place.templates());
        press = new Press(place.templates(), anomalies(library), Map.of(), seal);
        check = new Check(library, place.today(), press::unprintable);
        this.key = key;
        digest = digest(place.templates(), key, seal);
        closed = session -> Optional.empty();
        past = Past.NONE;
        earlier = Optional.empty();
        keptTemplates = null;
    }

    private Studio(
            Studio loaded,
            Function<String, Optional<InForce>> closed,
            Optional<EarlierSessions> earlier,
            @Nullable IssuedFile keptTemplates) {
        library = loaded.library;
        press = loaded.press;
        check = loaded.check;
        key = loaded.key;
        digest = loaded.digest;
        this.closed = closed;
        this.earlier = earlier;
        this.keptTemplates = keptTemplates;
        this.past = new Past(
                session -> closed.apply(session).map(InForce::told),
                person -> earlier.map(held -> held.apply(person)).orElse(List.of()));
    }

    /** The same studio, which knows what the register holds. */
    Studio knowing(Register register) {
        return new Studio(
                this,
                session -> InForce.of(session, register),
                Optional.of(new EarlierSessions(register)),
                keptTemplates);
    }

    /** The same studio, which knows what the register holds and what a night told of earlier sessions. */
    Studio knowing(Register register, EarlierSessions told) {
        return new Studio(this, session -> InForce.of(session, register), Optional.of(told), keptTemplates);
    }

    /** What earlier sessions say, and those of tonight. */
    EarlierSessions earlier() {
        return earlier.orElseThrow();
    }

    /** The same studio, which knows of final sessions that a night is about to close too. */
    Studio withTonight(List<Surveyed> aboutToClose) {
        return new Studio(this, closed, earlier.map(held -> held.with(aboutToClose)), keptTemplates);
    }

    /**
     * The same studio, whose definitions and templates are kept as they are now beside the register.
     *
     * @throws IOException when they cannot be read or written
     */
    Studio keeping(Workplace place) throws IOException {
        return new Studio(this, closed, earlier, new Keeping(place.register()).keep(place.templates()));
    }

    /** The archive of definitions and templates that is kept. */
    IssuedFile keptTemplates() {
        return Objects.requireNonNull(keptTemplates);
    }

    /** What is in force of a session that is closed. */
    Optional<InForce> inForce(String session) {
        return closed.apply(session);
    }

    CertificationLibrary library() {
        return library;
    }

    Press press() {
        return press;
    }

    /** What signs the codes of acts. */
    Optional<SigningKey> key() {
        return key;
    }

    /** Checks the bordereaux of one session in the light of what earlier nights closed. */
    Checked check(List<Bordereau> bordereaux) {
        return check.check(bordereaux, past);
    }

    /** SHA-256, in hexadecimal, of the templates, the program itself, the key and the seal. */
    String digest() {
        return digest;
    }

    /** The program, to a person: its version and the beginning of its digest. */
    String program() {
        String version = Studio.class.getPackage().getImplementationVersion();
        MessageDigest sha = sha256();
        try {
            program(sha);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (version == null ? "développement" : version) + " "
                + HexFormat.of().formatHex(sha.digest()).substring(0, 12);
    }

    /** The codes that acts may have to put in words: those of the rules, and those that definitions add. */
    static Set<String> anomalies(CertificationLibrary library) {
        return Stream.concat(
                        Stream.of(AnomalyCode.values()).map(AnomalyCode::name),
                        library.all().stream()
                                .flatMap(certification -> certification.epreuves().stream())
                                .flatMap(epreuve -> epreuve.lengths().stream())
                                .map(LengthLimit::anomaly))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Letters are no documents of a session: their texts change nothing of it. */
    private static final String LETTERS = "courriels/";

    private static String digest(TemplateFolder templates, Optional<SigningKey> key, Optional<Seal> seal)
            throws IOException {
        MessageDigest sha = sha256();
        for (String file : templates.files("")) {
            if (file.startsWith(LETTERS)) {
                continue;
            }
            sha.update(file.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(Files.readAllBytes(templates.file(file)));
        }
        program(sha);
        key.ifPresent(signing -> sha.update(signing.id().getBytes(StandardCharsets.UTF_8)));
        seal.ifPresent(sealing -> sha.update(sealing.fingerprint().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The program's own jar; while it is developed, its folder of classes, which has no version, stands for it. */
    private static void program(MessageDigest sha) throws IOException {
        try {
            Path program = Path.of(Studio.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(program)) {
                sha.update(Files.readAllBytes(program));
            }
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
