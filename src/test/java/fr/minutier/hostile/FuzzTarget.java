package fr.minutier.hostile;

import fr.minutier.act.Act;
import fr.minutier.act.ActKind;
import fr.minutier.act.Acts;
import fr.minutier.act.Press;
import fr.minutier.bordereau.Bordereau;
import fr.minutier.bordereau.reader.BordereauReader;
import fr.minutier.bordereau.reader.NameList;
import fr.minutier.bordereau.reader.Reading;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import fr.minutier.certification.LengthLimit;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Anomaly;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Check;
import fr.minutier.check.Checked;
import fr.minutier.check.Past;
import fr.minutier.deliberation.Deliberation;
import fr.minutier.night.Preview;
import fr.minutier.report.annotated.AnnotatedBordereau;
import fr.minutier.session.Session;
import fr.minutier.typesetting.InvalidTemplate;
import fr.minutier.typesetting.MissingField;
import fr.minutier.typesetting.TallerThanAPage;
import fr.minutier.typesetting.UnprintableText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What is handed in, and how far it gets into the program. */
enum FuzzTarget {
    XLSX("xlsx"),
    XLS("xls"),
    ODS("ods"),
    ZIP("zip"),
    CSV("zip"),
    NAMES("csv"),
    DEFINITION("yaml"),
    TEMPLATE("md"),
    WORDS("yaml"),
    STYLE("yaml");

    private static final Path TEMPLATES = Path.of("templates");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);

    /** Made once: what is read is measured, not what it is read with. */
    private static final class House {
        static final CertificationLibrary LIBRARY;
        static final Press PRESS;
        static final Check CHECK;

        private static Set<String> anomalies() {
            Stream<String> ofRules = Stream.of(AnomalyCode.values()).map(AnomalyCode::name);
            Stream<String> ofLengths = LIBRARY.all().stream()
                    .flatMap(certification -> certification.epreuves().stream())
                    .flatMap(epreuve -> epreuve.lengths().stream())
                    .map(LengthLimit::anomaly);
            return Stream.concat(ofRules, ofLengths).collect(Collectors.toSet());
        }

        static {
            try {
                LIBRARY = new CertificationLibrary(TEMPLATES);
                PRESS = new Press(TemplateFolder.of(TEMPLATES), anomalies());
                CHECK = new Check(LIBRARY, TODAY, PRESS::unprintable);
            } catch (IOException | InvalidDefinition e) {
                throw new AssertionError(e);
            }
        }
    }

    private final String extension;

    FuzzTarget(String extension) {
        this.extension = extension;
    }

    /** A real file to begin with. */
    record Seed(String path, byte[] bytes) {}

    /** The real files, always in the same order. */
    List<Seed> seeds() throws IOException {
        return switch (this) {
            case XLSX, XLS, ODS -> files(Path.of("src/test/resources"), "." + extension);
            case ZIP, CSV -> List.of(new Seed("novembre.zip", packed(Path.of("input/DEIS-2025-NOVEMBRE"))));
            case NAMES -> files(Path.of("input/DEIS-2025-NOVEMBRE"), "candidats.csv");
            case DEFINITION -> files(TEMPLATES.resolve("certifications"), ".yaml");
            case TEMPLATE -> files(TEMPLATES.resolve("acts"), "-de-notes.md", "-de-reussite.md", "-verbal.md");
            case WORDS -> files(TEMPLATES.resolve("acts"), "mots.yaml");
            case STYLE -> files(TEMPLATES, "style.yaml");
        };
    }

    private static List<Seed> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> Stream.of(endings).anyMatch(path.toString()::endsWith))
                    .sorted()
                    .map(path -> new Seed(folder.relativize(path).toString(), bytes(path)))
                    .toList();
        }
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(Path folder) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Seed file : files(folder, ".csv")) {
                zip.putNextEntry(new ZipEntry(file.path()));
                zip.write(file.bytes());
            }
        }
        return packed.toByteArray();
    }

    /**
     * Hands a file in.
     *
     * @param seed what it was made from
     * @param folder an empty one, to write it to
     * @return whether it could be used
     */
    boolean takes(Seed seed, byte[] bytes, Path folder) throws IOException {
        return switch (this) {
            case XLSX, XLS, ODS, ZIP -> bordereau(written(folder.resolve("f." + extension), bytes));
            case CSV -> bordereau(unpacked(bytes, folder.resolve("f")));
            case NAMES -> names(written(folder.resolve("f.csv"), bytes));
            case DEFINITION -> definition(written(folder.resolve(seed.path()), bytes));
            case TEMPLATE, WORDS -> act(folder, written(folder.resolve("acts").resolve(seed.path()), bytes));
            case STYLE -> act(folder, written(folder.resolve(seed.path()), bytes));
        };
    }

    private static Path written(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static Path unpacked(byte[] bytes, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("[a-z]+[.]csv")) {
                    Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // A damaged archive unpacks in part.
            return folder;
        }
        return folder;
    }

    /** As a night takes a bordereau: read, checked, deliberated, its minutes printed, its copy annotated. */
    private static boolean bordereau(Path file) {
        Reading reading = BordereauReader.read(file, file.getFileName().toString());
        return switch (reading) {
            case Reading.Unreadable unreadable -> refused(unreadable.sentence());
            case Reading.NoBordereau none -> refused(none.why());
            case Reading.Growing growing -> throw new AssertionError("nobody writes it");
            case Reading.Read read -> checked(file, read.bordereau());
        };
    }

    private static boolean checked(Path file, Bordereau bordereau) {
        Checked checked = House.CHECK.check(List.of(bordereau), Past.NONE);
        checked.anomalies().stream().map(Anomaly::message).forEach(FuzzTarget::refused);
        AnnotatedBordereau.annotate(file, bordereau, checked.anomalies());
        Session session = checked.session();
        if (session != null) {
            Act minutes = new Acts(Deliberation.of(session), TODAY).minutes();
            House.PRESS.print(minutes, TODAY);
        }
        return session != null;
    }

    private static boolean names(Path file) {
        NameList.read(file);
        return true;
    }

    private static boolean definition(Path file) {
        try {
            CertificationLibrary.verify(file);
            return true;
        } catch (InvalidDefinition e) {
            return refused(e.getMessage());
        }
    }

    private static boolean act(Path given, Path file) throws IOException {
        ActKind kind = Stream.of(ActKind.values())
                .filter(any -> file.endsWith(any.word() + ".md"))
                .findFirst()
                .orElse(ActKind.RELEVE_DE_NOTES);
        try {
            return Preview.of(new TemplateFolder(given, TEMPLATES), kind, Map.of(), TODAY)
                    .isPresent();
        } catch (InvalidDefinition | InvalidTemplate | MissingField | UnprintableText | TallerThanAPage e) {
            return refused(e.getMessage());
        }
    }

    /** A sentence for a person names no part of the program. */
    private static boolean refused(String sentence) {
        for (String trace : List.of(
                "Exception", "\tat ", "java.lang", "java.util", "java.io", "null", "org.apache", "fr.minutier")) {
            if (sentence.contains(trace)) {
                throw new AssertionError("said to a person: " + sentence);
            }
        }
        if (sentence.chars().anyMatch(c -> c == 0x1B || c == 0 || c == 0x202E)) {
            throw new AssertionError("a control character is said to a person: " + sentence);
        }
        return false;
    }
}
