package fr.minutier.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** What a screen reader makes of a document: its text by the structure tree, whatever the page looks like. */
public final class TaggedText {

    /** An element that has text of its own: its type (P, H1, TH…) and the characters in reading order. */
    public record Element(String role, String text) {}

    private final Map<COSDictionary, Map<Integer, String>> pages = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private final StringBuilder outline = new StringBuilder();

    private TaggedText() {}

    /** The words of the whole document in structure order. */
    public static List<String> of(byte[] pdf) {
        List<String> words = new ArrayList<>();
        for (Element element : elements(pdf)) {
            words.addAll(words(element.text()));
        }
        return words;
    }

    /** The elements that have text, in structure order. */
    public static List<Element> elements(byte[] pdf) {
        return read(pdf).elements;
    }

    /** The structure tree as text: {@code Table(THead(TR(TH TH)) TBody(…))}. */
    static String tree(byte[] pdf) {
        return read(pdf).outline.toString().strip();
    }

    /** The words of a text, parted by blanks and line ends, no-break ones aside. */
    static List<String> words(String text) {
        return List.of(text.strip().split("[ \n]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static TaggedText read(byte[] pdf) {
        TaggedText text = new TaggedText();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                // Every glyph counts, even one printed twice in one place.
                extractor.setSuppressDuplicateOverlappingText(false);
                extractor.processPage(page);
                Map<Integer, String> byMark = new HashMap<>();
                for (PDMarkedContent content : extractor.getMarkedContents()) {
                    if (content.getMCID() >= 0) {
                        byMark.put(content.getMCID(), characters(content));
                    }
                }
                text.pages.put(page.getCOSObject(), byMark);
            }
            text.walk(document.getDocumentCatalog().getStructureTreeRoot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    private static String characters(PDMarkedContent content) {
        StringBuilder characters = new StringBuilder();
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition position) {
                characters.append(position.getUnicode());
            }
        }
        return characters.toString();
    }

    private void walk(PDStructureNode node) {
        PDStructureElement element = node instanceof PDStructureElement e ? e : null;
        if (element != null) {
            outline.append(element.getStructureType());
        }
        StringBuilder own = new StringBuilder();
        boolean group = false;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement child) {
                outline.append(group ? " " : "(");
                group = true;
                walk(child);
            } else if (kid instanceof Integer mark && element != null) {
                own.append(pages.get(element.getPage().getCOSObject()).get(mark));
            } else if (kid instanceof PDMarkedContentReference reference) {
                own.append(pages.get(reference.getPage().getCOSObject()).get(reference.getMCID()));
            }
        }
        if (group) {
            outline.append(")");
        }
        if (element != null && !own.isEmpty()) {
            elements.add(new Element(element.getStructureType(), own.toString()));
        }
    }
}
