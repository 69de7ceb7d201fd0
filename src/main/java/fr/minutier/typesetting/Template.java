package fr.minutier.typesetting;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A printed act as a coordinator writes it: YAML front matter, CommonMark with tables, fields in double braces. Parsed
 * and checked once; filling it never parses anything again, so a value prints as it is written, whatever it contains.
 * Immutable.
 */
public final class Template {
    private static final Map<String, Document.Format> FORMATS = Map.of(
            "a4", Document.Format.A4_PORTRAIT,
            "a4 portrait", Document.Format.A4_PORTRAIT,
            "a4 paysage", Document.Format.A4_PAYSAGE,
            "a4 solennel", Document.Format.A4_SOLENNEL);

    /**
     * What the templates of one folder share.
     *
     * @param lexicon the words that all may print
     * @param pictures the file that a path, as a template writes it, names
     * @param settings that each front matter must give
     */
    public record Surroundings(Lexicon lexicon, Function<String, Path> pictures, Set<String> settings) {}

    private final Class<? extends Record> act;
    private final Document.Format format;
    private final @Nullable TextNode title;
    private final @Nullable TextNode subject;
    private final @Nullable TextNode watermark;
    private final @Nullable TextNode volume;
    private final @Nullable TextNode bookmark;
    private final @Nullable TextNode footer;
    private final List<BlockNode> blocks;

    private Template(String name, String markdown, Class<? extends Record> act, Surroundings surroundings) {
        this.act = act;
        Lexicon lexicon = surroundings.lexicon();
        Names names = new Names(Vocabulary.of(act, lexicon), null, lexicon);
        Faults faults = new Faults(name);
        String[] lines = markdown.replace("\uFEFF", "").split("\\R", -1);
        int end = frontMatterEnd(lines);
        if (end < 0) {
            faults.add(1, "l'en-tête ouvert par --- n'est pas fermé : ajoutez une ligne --- après le dernier réglage");
        }
        // Blank lines in place of what is read apart: the line numbers of the rest stay those of the file.
        String[] front = lines.clone();
        Arrays.fill(front, Math.max(end, 0), front.length, "");
        if (end > 0) {
            front[0] = "";
            Arrays.fill(lines, 0, end + 1, "");
        }
        YamlReader settings = YamlReader.read(String.join("\n", front), faults);
        format = settings.value("format", Document.Format.A4_PORTRAIT, Template::format);
        title = text(settings, "titre", names, faults);
        subject = text(settings, "sujet", names, faults);
        watermark = text(settings, "filigrane", names, faults);
        volume = text(settings, "recueil", names, faults);
        bookmark = text(settings, "signet", names, faults);
        footer = text(settings, "pied", names, faults);
        settings.refuseOthers();
        for (String setting : surroundings.settings()) {
            settings.demand(setting);
        }
        Parser parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build();
        blocks = new BlockReader(lines, surroundings.pictures(), faults)
                .read(parser.parse(String.join("\n", lines)), names);
        faults.raise();
    }

    /**
     * Parses and checks a template.
     *
     * @param name the name of the file, for messages
     * @param markdown its content
     * @param act the record that will fill it, each component with its {@link Champ}
     * @param surroundings what it shares with others
     * @throws InvalidTemplate with all faults of the template
     * @throws IllegalArgumentException when the record itself breaks the rules of {@link Champ}
     */
    public static Template load(String name, String markdown, Class<? extends Record> act, Surroundings surroundings) {
        return new Template(name, markdown, act, surroundings);
    }

    /**
     * Puts the values of an act in place.
     *
     * @throws MissingField when a required field that would be printed is blank
     * @throws IllegalArgumentException when the act is not of the record given at load, or when the rows of a table with
     *     repeated columns are not all as long as its header
     */
    public Document fill(Record act) {
        if (!this.act.isInstance(act)) {
            throw new IllegalArgumentException("filled from " + act.getClass() + ", loaded for " + this.act);
        }
        Scope scope = new Scope(act, null);
        return new Document(
                format,
                plain(title, scope),
                plain(subject, scope),
                plain(watermark, scope),
                plain(volume, scope),
                plain(bookmark, scope),
                plain(footer, scope),
                BlockNode.fill(blocks, scope));
    }

    private static @Nullable String plain(@Nullable TextNode text, Scope scope) {
        String words = text == null ? "" : text.fill(scope).plain().strip();
        return words.isEmpty() ? null : words;
    }

    /** The index of the line that closes the front matter; 0 when there is none, -1 when it is never closed. */
    static int frontMatterEnd(String[] lines) {
        if (!lines[0].strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].strip().equals("---")) {
                return i;
            }
        }
        return -1;
    }

    private static Document.Format format(String words) {
        Document.Format format = FORMATS.get(words.strip().toLowerCase(Locale.FRENCH));
        if (format == null) {
            throw new IllegalArgumentException("écrivez A4 portrait, A4 paysage ou A4 solennel");
        }
        return format;
    }

    private static @Nullable TextNode text(YamlReader settings, String key, Names names, Faults faults) {
        String words = settings.value(key, "", Function.identity());
        return words.isEmpty()
                ? null
                : TextReader.read(Tokens.of(numbered(words), settings.lineOf(key), faults), names, faults);
    }

    /** Page numbers are put in place in the template alone, before any value is. */
    private static String numbered(String words) {
        return words.replaceAll("(?<!\\{)\\{page}", "" + Document.PAGE)
                .replaceAll("(?<!\\{)\\{pages}", "" + Document.PAGES);
    }
}
