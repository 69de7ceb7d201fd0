package fr.minutier.typesetting;

import fr.minutier.typesetting.TextNode.Inline;
import fr.minutier.typesetting.TextNode.SourceLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes text to be filled of tokens, and checks every name on the way. */
final class TextReader {
    /** Sections in sections; no template has more than four, and each takes its part of the stack. */
    private static final int DEEPEST = 50;

    private final List<Token> tokens;
    private final Faults faults;
    private int next;
    private int depth;

    private TextReader(List<Token> tokens, Faults faults) {
        this.tokens = tokens;
        this.faults = faults;
    }

    /** Reads all tokens; {@code names} is null where an outer section is unknown and has been told already. */
    static TextNode read(List<Token> tokens, @Nullable Names names, Faults faults) {
        TextReader reader = new TextReader(tokens, faults);
        List<SourceLine> lines = new ArrayList<>();
        List<Inline> line = new ArrayList<>();
        for (Inline node : reader.sequence(names, null)) {
            if (node instanceof TextNode.LineEnd end && !end.asked()) {
                lines.add(new SourceLine(line));
                line = new ArrayList<>();
            } else {
                line.add(node);
            }
        }
        lines.add(new SourceLine(line));
        return new TextNode(lines);
    }

    private List<Inline> sequence(@Nullable Names names, Token.@Nullable Tag open) {
        List<Inline> nodes = new ArrayList<>();
        while (next < tokens.size()) {
            switch (tokens.get(next++)) {
                case Token.Words words -> nodes.add(new TextNode.Literal(words.text(), words.bold(), words.italic()));
                case Token.LineEnd end -> nodes.add(new TextNode.LineEnd(end.asked()));
                case Token.Tag tag -> {
                    if (open != null && tag.closes(open)) {
                        return nodes;
                    }
                    tag(tag, names, nodes);
                }
            }
        }
        if (open != null) {
            faults.add(
                    open.line(),
                    open + " n'est pas fermée : ajoutez {{/" + open.name() + "}} dans le même paragraphe ou la même"
                            + " cellule, ou mettez " + open + " seule entre deux lignes vides");
        }
        return nodes;
    }

    private void tag(Token.Tag tag, @Nullable Names names, List<Inline> nodes) {
        if (tag.kind() == '/') {
            faults.add(
                    tag.line(),
                    tag + " ne ferme rien dans ce paragraphe ou cette cellule : laissez une ligne vide avant et"
                            + " après, ou ouvrez-la ici par {{#" + tag.name() + "}}");
            return;
        }
        if (tag.kind() == '=') {
            Scope.Field field = value(tag, names, faults);
            if (field != null) {
                nodes.add(new TextNode.Value(field, tag.bold(), tag.italic()));
            }
            return;
        }
        if (tag.kind() == '+') {
            faults.add(
                    tag.line(),
                    tag + " répète des colonnes : elle doit ouvrir une cellule de tableau et {{/" + tag.name()
                            + "}} la fermer");
        }
        if (depth == DEEPEST) {
            faults.add(tag.line(), tag + " est dans " + DEEPEST + " autres : fermez celles qui la précèdent");
            return;
        }
        Scope.Field field = section(tag, names, faults);
        depth++;
        List<Inline> body = sequence(inside(tag, field, names), tag);
        depth--;
        if (field != null) {
            nodes.add(new TextNode.Section(field, tag.kind() == '^', body));
        }
    }

    /** The field of {@code {{name}}}, or null when it is at fault. */
    private static Scope.@Nullable Field value(Token.Tag tag, @Nullable Names names, Faults faults) {
        Scope.Field field = find(tag, names, faults);
        if (field == null) {
            return null;
        }
        switch (field.kind()) {
            case TEXT, OPTIONAL_TEXT -> {
                return field;
            }
            case CONDITION ->
                faults.add(
                        tag.line(),
                        tag + " est une condition, elle ne s'imprime pas : écrivez {{#" + tag.name() + "}}…{{/"
                                + tag.name() + "}}");
            case RECORD ->
                faults.add(
                        tag.line(), tag + " se compose de plusieurs champs : écrivez par exemple " + names(names, tag));
            case RECORDS, TEXTS ->
                faults.add(
                        tag.line(), tag + " est une liste : écrivez {{#" + tag.name() + "}}…{{/" + tag.name() + "}}");
        }
        return null;
    }

    /** The field of a section, or null when it is at fault. */
    static Scope.@Nullable Field section(Token.Tag tag, @Nullable Names names, Faults faults) {
        Scope.Field field = find(tag, names, faults);
        if (field == null) {
            return null;
        }
        switch (field.kind()) {
            case TEXT, RECORD ->
                faults.add(
                        tag.line(),
                        tag + " : seule une liste, une condition ou un champ facultatif ouvre une" + " section ; « "
                                + tag.name() + " » est toujours là, enlevez " + tag + " et {{/" + tag.name() + "}}");
            default -> {
                if (tag.kind() != '+' || field.repeats()) {
                    return field;
                }
                faults.add(
                        tag.line(), tag + " : seule une liste répète des colonnes ; écrivez {{#" + tag.name() + "}}");
            }
        }
        return null;
    }

    /** The names inside a section; null, so that nothing more is said, when the section itself is at fault. */
    static @Nullable Names inside(Token.Tag tag, Scope.@Nullable Field field, @Nullable Names names) {
        if (field == null || names == null) {
            return null;
        }
        return field.repeats() && tag.kind() != '^' ? names.inside(field) : names;
    }

    private static Scope.@Nullable Field find(Token.Tag tag, @Nullable Names names, Faults faults) {
        if (names == null) {
            return null;
        }
        Scope.Field field = names.find(tag.name());
        if (field == null) {
            faults.add(
                    tag.line(),
                    "champ inconnu : « " + tag.name() + " » ; écrivez plutôt " + names.suggestions(tag.name()));
        }
        return field;
    }

    private static String names(@Nullable Names names, Token.Tag tag) {
        return names == null ? tag.toString() : names.suggestions(tag.name() + ".");
    }
}
