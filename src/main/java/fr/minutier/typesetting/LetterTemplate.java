package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A letter as a coordinator writes it: its subject in the front matter, then paragraphs of plain text with fields in double
 * braces. Checked once; filling it never parses anything again. Immutable.
 */
public final class LetterTemplate {
    private static final String SUBJECT = "objet";

    private final TextNode subject;
    private final List<TextNode> paragraphs = new ArrayList<>();

    private LetterTemplate(String name, String markdown, Class<? extends Record> fields) {
        Names names = new Names(Vocabulary.of(fields, Lexicon.EMPTY), null, Lexicon.EMPTY);
        Faults faults = new Faults(name);
        String[] lines = markdown.replace("\uFEFF", "").split("\\R", -1);
        int end = Math.max(Template.frontMatterEnd(lines), 0);
        String[] front = Arrays.copyOf(lines, end);
        if (end > 0) {
            front[0] = "";
        }
        YamlReader settings = YamlReader.read(String.join("\n", front), faults);
        String written = settings.required(SUBJECT, "", Function.identity());
        settings.refuseOthers();
        subject = TextReader.read(Tokens.of(written, settings.lineOf(SUBJECT), faults), names, faults);
        if (written.isBlank()) {
            faults.add(1, "l'objet du courriel est vide : écrivez « objet : … » entre deux lignes ---");
        }
        paragraphs(lines, end == 0 ? 0 : end + 1, names, faults);
        if (paragraphs.isEmpty()) {
            faults.add(Math.max(end, 1), "le texte du courriel est vide : écrivez-le sous la seconde ligne ---");
        }
        faults.raise();
    }

    /** Blank lines part paragraphs, each of which is read by itself. */
    private void paragraphs(String[] lines, int first, Names names, Faults faults) {
        StringBuilder paragraph = new StringBuilder();
        for (int i = first; i <= lines.length; i++) {
            String line = i < lines.length ? lines[i].strip() : "";
            if (!line.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(line);
            } else if (!paragraph.isEmpty()) {
                int start = i - (int) paragraph.chars().filter(c -> c == '\n').count();
                paragraphs.add(TextReader.read(Tokens.of(paragraph.toString(), start, faults), names, faults));
                paragraph.setLength(0);
            }
        }
    }

    /**
     * What is sent.
     *
     * @param subject on one line when the values are
     * @param text in paragraphs parted by an empty line
     */
    public record Filled(String subject, String text) {}

    /**
     * Parses and checks a letter.
     *
     * @param name the name of the file, for messages
     * @param fields the record that will fill it, each component with its {@link Champ}
     * @throws InvalidTemplate with all faults of the letter
     */
    public static LetterTemplate load(String name, String markdown, Class<? extends Record> fields) {
        return new LetterTemplate(name, markdown, fields);
    }

    /**
     * Puts values in place.
     *
     * @throws MissingField when a required field that would be written is blank
     */
    public Filled fill(Record fields) {
        Scope scope = new Scope(fields, null);
        return new Filled(
                subject.fill(scope).plain().strip(),
                paragraphs.stream()
                        .map(paragraph -> paragraph.fill(scope).plain().strip())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n\n", "", "\n")));
    }
}
