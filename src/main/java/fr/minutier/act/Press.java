package fr.minutier.act;

import fr.minutier.certification.Route;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.deliberation.Issue;
import fr.minutier.deliberation.Verdict;
import fr.minutier.session.JuryMember;
import fr.minutier.typesetting.Document;
import fr.minutier.typesetting.Imprint;
import fr.minutier.typesetting.InvalidTemplate;
import fr.minutier.typesetting.Lexicon;
import fr.minutier.typesetting.Seal;
import fr.minutier.typesetting.Style;
import fr.minutier.typesetting.Template;
import fr.minutier.typesetting.Typesetter;
import fr.minutier.typesetting.Volume;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints acts with the templates, the shared words and the style of a templates folder. Safe for use by several threads at
 * once.
 */
public final class Press {
    /** The shared words, below the templates folder. */
    static final String WORDS = "acts/mots.yaml";

    private static final String STYLE = "style.yaml";
    private static final Pattern CORRECTION = Pattern.compile("\\{\\{\\s*#\\s*rectificatif\\s*}}");

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Map<ActKind, Template> templates = new EnumMap<>(ActKind.class);
    private final Typesetter typesetter;
    private final boolean tellsCorrections;
    private final Optional<Seal> seal;

    /**
     * Loads every template before anything is printed.
     *
     * @param folder the templates folder
     * @param anomalies the codes that the shared words may put in words
     * @throws InvalidTemplate with all faults of all templates, each with file, line and remedy
     * @throws IOException when a file cannot be read
     */
    public Press(TemplateFolder folder, Set<String> anomalies) throws IOException {
        this(folder, anomalies, Map.of(), Optional.empty());
    }

    /**
     * As above, except that some acts have a template of their own, and that there may be a seal.
     *
     * @param others the files of these templates
     * @param seal put on every act that is no draft
     */
    public Press(TemplateFolder folder, Set<String> anomalies, Map<ActKind, Path> others, Optional<Seal> seal)
            throws IOException {
        this.seal = seal;
        List<InvalidTemplate.Fault> faults = new ArrayList<>();
        Style style = faultless(faults, STYLE, () -> Style.load(folder.file(STYLE)));
        String words = faultless(faults, WORDS, () -> Files.readString(folder.file(WORDS)));
        Lexicon lexicon =
                words == null ? null : faultless(faults, WORDS, () -> Lexicon.load(WORDS, words, sections(anomalies)));
        if (style == null || words == null || lexicon == null) {
            throw new InvalidTemplate(faults);
        }
        typesetter = new Typesetter(style);
        Template.Surroundings surroundings =
                new Template.Surroundings(lexicon, folder::file, Set.of("titre", "sujet", "filigrane"));
        faults.addAll(typesetter.unprintable(WORDS, words));
        boolean corrections = false;
        for (ActKind kind : ActKind.values()) {
            String own = "acts/" + kind.word() + ".md";
            Path file = others.getOrDefault(kind, folder.file(own));
            String name = others.containsKey(kind) ? file.toString() : own;
            String markdown = faultless(faults, name, () -> Files.readString(file));
            if (markdown == null) {
                continue;
            }
            faults.addAll(typesetter.unprintable(name, markdown));
            corrections |= kind == ActKind.PROCES_VERBAL
                    && CORRECTION.matcher(markdown).find();
            Template template =
                    faultless(faults, name, () -> Template.load(name, markdown, kind.record(), surroundings));
            if (template != null) {
                templates.put(kind, template);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidTemplate(faults);
        }
        tellsCorrections = corrections;
    }

    /** Whether the template of the minutes has a place for what corrective ones correct. */
    public boolean tellsCorrections() {
        return tellsCorrections;
    }

    private interface Loading<T> {
        T load() throws IOException;
    }

    /** What was loaded, or null once its faults are added to the others. */
    private static <T> @Nullable T faultless(List<InvalidTemplate.Fault> faults, String name, Loading<T> loading)
            throws IOException {
        try {
            return loading.load();
        } catch (InvalidTemplate e) {
            faults.addAll(e.faults());
            return null;
        } catch (CharacterCodingException e) {
            faults.add(notText(name));
            return null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                faults.add(notText(name));
                return null;
            }
            throw e.getCause();
        }
    }

    private static InvalidTemplate.Fault notText(String name) {
        return new InvalidTemplate.Fault(
                name, 1, "ce fichier n'est pas un texte en UTF-8 : enregistrez-le dans cet encodage");
    }

    /** The sections of the shared words. */
    static Map<String, Lexicon.Keys> sections(Set<String> anomalies) {
        return Map.of(
                "issues", Lexicon.Keys.of(Issue.class),
                "decisions", Lexicon.Keys.of(Verdict.class),
                "voies", Lexicon.Keys.of(Route.class),
                "presences", Lexicon.Keys.of(JuryMember.Presence.class),
                "sans-note", Lexicon.Keys.of(OutcomeFields.WithoutMark.class),
                "ne", Lexicon.Keys.of(CandidateFields.Gender.class),
                "anomalies", new Lexicon.Keys(Set.of("AUTRE"), anomalies::contains),
                "phrases", new Lexicon.Keys(Set.of(), key -> true));
    }

    /**
     * Prints one act: the same act on the same day gives the same bytes.
     *
     * @param day the day on which the session was taken up
     */
    public byte[] print(Act act, LocalDate day) {
        return compose(act, day).pdf();
    }

    /** An act laid out, which can be printed by itself and in a volume. */
    public final class Composed {
        private final Document document;
        private final Imprint imprint;
        private final Typesetter.Composed pages;
        private final Optional<Seal> seal;

        private Composed(Document document, Imprint imprint, Optional<Seal> seal) {
            this.document = document;
            this.imprint = imprint;
            this.pages = typesetter.compose(document, imprint);
            this.seal = seal;
        }

        /** The act by itself, sealed when there is a seal. */
        public byte[] pdf() {
            return typesetter.print(pages, seal);
        }

        /** Whether its template wants it to be bound in a volume with its like. */
        public boolean bound() {
            return document.volume() != null && document.bookmark() != null;
        }

        /** Adds it to a volume, which bears no seal. */
        public void addTo(Volume volume) {
            volume.add(pages);
        }

        /**
         * Begins the volume of which this act is the first.
         *
         * @throws IOException when nothing can be written
         */
        public Volume begin(OutputStream out) throws IOException {
            String title = Objects.requireNonNull(document.volume());
            return typesetter.volume(out, new Imprint(title, title, imprint.date(), null));
        }
    }

    /**
     * Lays one act out.
     *
     * @param day the day on which the session was taken up
     */
    public Composed compose(Act act, LocalDate day) {
        Document document = Objects.requireNonNull(templates.get(act.kind())).fill(act.record());
        return new Composed(
                document,
                new Imprint(
                        Objects.requireNonNullElse(document.title(), act.number()),
                        Objects.requireNonNullElse(document.subject(), act.number()),
                        day.atStartOfDay(FRANCE).toInstant(),
                        act.draft() ? document.watermark() : null),
                act.draft() ? Optional.empty() : seal);
    }

    /** The characters of a text that cannot be printed, in their order; empty when all can. */
    public String unprintable(String text) {
        return typesetter.unprintable(text).stream().map(Character::toString).reduce("", String::concat);
    }
}
