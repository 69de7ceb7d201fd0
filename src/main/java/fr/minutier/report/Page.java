package fr.minutier.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.style;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import fr.minutier.certification.Citation;
import fr.minutier.certification.Gravity;
import j2html.Config;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.HeaderTag;
import j2html.tags.specialized.MainTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.SpanTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** What all pages have in common: one file that needs no other, the style, tables and badges. */
final class Page {
    private static final String STYLE = resource("page.css");

    private Page() {}

    /** The whole page; well-formed, so that any tool can read it. */
    static byte[] whole(String title, HeaderTag banner, MainTag content) {
        try {
            StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
            html().withLang("fr")
                    .with(
                            head(
                                    meta().withCharset("utf-8"),
                                    meta().attr("http-equiv", "Content-Security-Policy")
                                            .withContent(policy()),
                                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                    title(title),
                                    style(rawHtml(STYLE))),
                            body(
                                    a("Aller au contenu").withClass("skip").withHref("#contenu"),
                                    banner,
                                    content.withId("contenu"),
                                    footer("Rapport établi par Minutier")))
                    .render(FlatHtml.into(page, Config.defaults().withEmptyTagsClosed(true)));
            return page.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a builder of strings writes to no device", e);
        }
    }

    /** The header of a page. */
    static HeaderTag top(DomContent... content) {
        return header(content);
    }

    /** The main part of a page. */
    static MainTag content(DomContent... content) {
        return main(content);
    }

    /** A part of the page to which the page itself links. */
    static SectionTag part(String id, String heading, DomContent... content) {
        return section(each(h2(heading), each(content))).withId(id);
    }

    /** A link to a file, its path relative to the page. */
    static ATag link(String path, String text) {
        return a(text).withHref(Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/")));
    }

    /** A sentence in which no article that it cites is broken over two lines, not even at its hyphens. */
    static DomContent sentence(String sentence) {
        List<DomContent> parts = new ArrayList<>();
        Matcher articles = Citation.ARTICLE.matcher(sentence);
        int from = 0;
        while (articles.find()) {
            parts.add(text(sentence.substring(from, articles.start())));
            parts.add(span(articles.group()).withClass("whole"));
            from = articles.end();
        }
        parts.add(text(sentence.substring(from)));
        return each(parts, part -> part);
    }

    /** A word on its colour. */
    static SpanTag badge(String colour, String word) {
        return span(word).withClasses("badge", colour);
    }

    /** The word of a gravity, on its colour. */
    static SpanTag badge(Gravity gravity) {
        return badge(colour(gravity), gravity.word());
    }

    /** A table; each row has one cell a column, made by {@link #cell} and {@link #rowHeader}. */
    static TableTag tableOf(String caption, List<String> columns, List<TrTag> rows) {
        return table(
                caption(caption),
                thead(tr(each(columns, column -> th(column).attr("scope", "col")))),
                tbody(each(rows, row -> row)));
    }

    /** A cell that a narrow screen shows with the name of its column. */
    static TdTag cell(String column, DomContent... content) {
        return td(content).attr("data-label", column);
    }

    /** The cell that names its row. */
    static ThTag rowHeader(DomContent... content) {
        return th(content).attr("scope", "row");
    }

    /** File, sheet and cell, as far as they are known, in one line. */
    static String place(String file, String sheet, String cell) {
        return sheet.isEmpty() ? file : file + Phrases.NBSP + "› " + sheet + (cell.isEmpty() ? "" : "!" + cell);
    }

    private static String colour(Gravity gravity) {
        return switch (gravity) {
            case BLOQUANTE -> "red";
            case A_ARBITRER -> "orange";
            case AVERTISSEMENT -> "yellow";
            case INFORMATION -> "blue";
        };
    }

    /** A text of the program itself, beside this class. */
    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Page.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a browser apply the page's own style and script, and nothing else: no text of a bordereau could ever run. */
    private static String policy() {
        return "default-src 'none'; style-src " + digest(STYLE) + "; script-src " + digest(AnomalyTable.SCRIPT)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
