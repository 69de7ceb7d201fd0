package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Cuts the inline content of one parsed node into tokens. */
final class Tokens {
    private static final Pattern TAG =
            Pattern.compile("\\{\\{\\s*([#^+/]?)\\s*(\\.|[\\p{L}\\d_-]++(?:\\.[\\p{L}\\d_-]++)*+)\\s*}}");

    private final Faults faults;
    private final List<Token> tokens = new ArrayList<>();

    private Tokens(Faults faults) {
        this.faults = faults;
    }

    /** The tokens of a paragraph, a heading or a cell. */
    static List<Token> of(Node block, Faults faults) {
        Tokens tokens = new Tokens(faults);
        tokens.children(block, false, false);
        return tokens.tokens;
    }

    /** The tokens of a plain string that is no Markdown. */
    static List<Token> of(String plain, int line, Faults faults) {
        Tokens tokens = new Tokens(faults);
        for (String part : plain.split("\n", -1)) {
            if (!tokens.tokens.isEmpty()) {
                tokens.tokens.add(new Token.LineEnd(false, line));
            }
            tokens.words(part, false, false, line);
        }
        return tokens.tokens;
    }

    private void children(Node parent, boolean bold, boolean italic) {
        Node node = parent.getFirstChild();
        while (node != null) {
            int line = Faults.line(node);
            Node next = node.getNext();
            switch (node) {
                case Text text -> {
                    StringBuilder words = new StringBuilder(text.getLiteral());
                    while (next instanceof Text more) {
                        words.append(more.getLiteral());
                        next = more.getNext();
                    }
                    if (words.indexOf("**") >= 0) {
                        faults.add(
                                line,
                                "les astérisques ** ne sont pas pris pour du gras ici : ouvrez et fermez le gras au bord"
                                        + " des mots, sans espace à l'intérieur");
                    }
                    words(words.toString(), bold, italic, line);
                }
                case StrongEmphasis strong -> children(strong, true, italic);
                case Emphasis emphasis -> children(emphasis, bold, true);
                case SoftLineBreak end -> tokens.add(new Token.LineEnd(false, line));
                case HardLineBreak end -> tokens.add(new Token.LineEnd(false, line));
                case HtmlInline html -> {
                    if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
                        tokens.add(new Token.LineEnd(true, line));
                    } else {
                        faults.add(
                                line,
                                "« " + html.getLiteral()
                                        + " » : le HTML n'est pas admis, sauf <br> ; écrivez du Markdown");
                    }
                }
                case Code code ->
                    faults.add(
                            line,
                            "« `" + code.getLiteral() + "` » : le code n'est pas admis ; enlevez les accents graves");
                case Link link ->
                    faults.add(
                            line,
                            "« " + link.getDestination()
                                    + " » : les liens ne sont pas admis ; écrivez l'adresse en toutes lettres, sans crochets");
                case Image image ->
                    faults.add(
                            line,
                            "« " + image.getDestination()
                                    + " » : une image se met seule entre deux lignes vides, hors d'une phrase, d'un titre et d'un tableau");
                default -> faults.add(line, "cette écriture n'est pas admise ici ; enlevez-la");
            }
            node = next;
        }
    }

    private void words(String text, boolean bold, boolean italic, int line) {
        Matcher tag = TAG.matcher(text);
        int done = 0;
        while (tag.find()) {
            literal(text.substring(done, tag.start()), bold, italic, line);
            char kind = tag.group(1).isEmpty() ? '=' : tag.group(1).charAt(0);
            tokens.add(new Token.Tag(kind, tag.group(2), bold, italic, line));
            done = tag.end();
        }
        literal(text.substring(done), bold, italic, line);
    }

    private void literal(String text, boolean bold, boolean italic, int line) {
        if (text.contains("{{") || text.contains("}}")) {
            faults.add(
                    line,
                    "« " + text.strip() + " » : un champ s'écrit {{nom}}, avec deux accolades de chaque côté et un nom"
                            + " sans espace");
        }
        if (!text.isEmpty()) {
            tokens.add(new Token.Words(text, bold, italic, line));
        }
    }
}
