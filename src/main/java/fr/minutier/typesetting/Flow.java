package fr.minutier.typesetting;

import fr.minutier.typesetting.LineBreaker.Line;
import java.util.ArrayList;
import java.util.List;

/** Lays blocks out as pieces, one below the other. */
final class Flow {
    private static final double FRAME_PADDING = 9;
    private static final double FRAME_BAR = 2.5;

    static final double GUTTER = 18;

    private final Style style;
    private final LineBreaker breaker;
    private final double pageHeight;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Piece> notices = new ArrayList<>();
    /** Where the last heading begins. */
    private int lastHeading = -1;

    /** Prepares to fill pages whose text area is {@code pageHeight} points high. */
    Flow(Style style, LineBreaker breaker, double pageHeight) {
        this.style = style;
        this.breaker = breaker;
        this.pageHeight = pageHeight;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** What goes to the foot of the last page. */
    List<Piece> notices() {
        return notices;
    }

    void add(List<Block> blocks, Area area, Tag parent) {
        boolean afterBox = false;
        for (Block block : blocks) {
            int first = pieces.size();
            switch (block) {
                case Block.Heading heading -> heading(heading, area, parent);
                case Block.Paragraph paragraph ->
                    text(paragraph.text(), area, parent.child("P"), area.size() * (area.solemn() ? 1.3 : 0.65), false);
                case Block.BulletList list -> list(list, area, parent);
                case Block.Table table ->
                    pieces.addAll(new TableFlow(style, breaker, pageHeight)
                            .pieces(
                                    table,
                                    area.sized(
                                            Math.min(area.size(), style.sizes().table())),
                                    parent));
                case Block.Letterhead letterhead -> letterhead(letterhead, area, parent);
                case Block.Framed framed -> framed(framed, area, parent);
                case Block.Centred centred ->
                    add(centred.content(), area.ceremonial(style.sizes().solemn()), parent.child("Div"));
                case Block.Signatures signatures -> {
                    keepLast();
                    SignatureFlow places = new SignatureFlow(style, breaker, pageHeight);
                    pieces.addAll(places.pieces(signatures, area, parent.child("Div")));
                    places.keep(pieces, first, lastHeading);
                }
                case Block.Code code -> code(code, area, parent);
                case Block.Notice notice -> notice(notice, area, parent);
                case Block.Picture picture -> picture(picture, area, parent);
                case Block.Chart chart -> {
                    Tag tag = parent.child("Div");
                    text(
                            chart.caption(),
                            area.heading(area.size(), style.colours().heading()),
                            tag.child("P"),
                            area.size(),
                            true);
                    Flow numbers = new Flow(style, breaker, pageHeight);
                    pieces.addAll(new ChartFlow(style, breaker, pageHeight).pieces(chart, area, tag, numbers));
                }
                case Block.Rule rule ->
                    pieces.add(new Piece(
                            area.size(),
                            1,
                            (pen, top) -> pen.rule(
                                    area.x(),
                                    top - 0.5,
                                    area.width(),
                                    0.5,
                                    style.colours().rule())));
                case Block.PageBreak pageBreak -> pieces.add(Piece.PAGE_BREAK);
            }
            if (afterBox && first < pieces.size() && !pieces.get(first).breaksPage()) {
                Piece next = pieces.get(first);
                pieces.set(first, next.after(Math.max(next.before(), area.size() * 1.2)));
            }
            afterBox = block instanceof Block.Table || block instanceof Block.Framed;
        }
    }

    private double lineHeight(Area area) {
        return area.size() * style.lineHeight();
    }

    /** The baseline of a line in its strip: capitals stand in the middle. */
    private static double baseline(double top, double lineHeight, double size) {
        return top - lineHeight / 2 - size * 0.35;
    }

    /** Lines as pieces: neither the first nor the last stands alone on a page. */
    void text(Text text, Area area, Tag tag, double before, boolean sticky) {
        List<Line> lines = breaker.lines(text, area.size(), area.width(), area.bold());
        double height = lineHeight(area);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean keep = i == lines.size() - 1 ? sticky : i == 0 || i == lines.size() - 2 || sticky;
            pieces.add(new Piece(i == 0 ? before : 0, height, (pen, top) -> write(pen, tag, line, area, top))
                    .stickyIf(keep));
        }
    }

    private void write(Pen pen, Tag tag, Line line, Area area, double top) {
        pen.text(tag, line, area.start(line), baseline(top, lineHeight(area), area.size()), area.size(), area.colour());
    }

    private void heading(Block.Heading heading, Area area, Tag parent) {
        double size = style.sizes().heading(heading.level()) * (area.solemn() ? 1.4 : 1);
        int first = pieces.size();
        lastHeading = first;
        Area place = area.heading(size, style.colours().heading());
        text(
                heading.text(),
                place,
                parent.child("H" + heading.level()),
                size * (heading.level() == 1 ? 1.2 : 1.3),
                true);
        Piece bare = pieces.get(first);
        String title = heading.text().plain().replace('\n', ' ').strip();
        Piece.Ink ink = (pen, top) -> {
            pen.bookmark(heading.level(), title, top);
            bare.ink().draw(pen, top);
        };
        pieces.set(first, new Piece(bare.before(), bare.height(), true, ink, null, null));
    }

    private void list(Block.BulletList list, Area area, Tag parent) {
        boolean numbered = list.items().stream().anyMatch(item -> !item.label().equals("•"));
        Tag tag = parent.child("L", "List", "ListNumbering", numbered ? "Decimal" : "Disc");
        double indent = area.size() * (numbered ? 1.9 : 1.3);
        boolean opensList = true;
        for (Block.Item item : list.items()) {
            Tag entry = tag.child("LI");
            Tag label = entry.child("Lbl");
            Tag body = entry.child("LBody");
            int first = pieces.size();
            add(item.content(), area.within(indent, area.width() - indent).aligned(Block.Align.LEFT), body);
            if (first == pieces.size()) {
                continue;
            }
            Line mark = breaker.lines(Text.of(item.label()), area.size(), indent, false)
                    .getFirst();
            Piece bare = pieces.get(first);
            Piece.Ink ink = (pen, top) -> {
                write(pen, label, mark, area.aligned(Block.Align.LEFT), top);
                bare.ink().draw(pen, top);
            };
            pieces.set(
                    first,
                    new Piece(
                            area.size() * (opensList ? 0.5 : 0.25),
                            bare.height(),
                            bare.sticky(),
                            ink,
                            bare.head(),
                            bare.frame()));
            opensList = false;
        }
    }

    /** First paragraph on the left in bold, second on the right, a rule below; whatever else there is comes between. */
    private void letterhead(Block.Letterhead letterhead, Area area, Tag parent) {
        Tag tag = parent.child("Div");
        Flow left = new Flow(style, breaker, pageHeight);
        Flow right = new Flow(style, breaker, pageHeight);
        List<Block> content = letterhead.content();
        double issuer = (area.width() - GUTTER) * 0.62;
        Area place = area.sized(style.sizes().text() * 0.95);
        // Logos stand above the authority that they are of.
        int logos = 0;
        while (logos < content.size() - 1 && content.get(logos) instanceof Block.Picture) {
            logos++;
        }
        left.add(content.subList(0, logos + 1), bold(place.within(0, issuer)), tag);
        if (content.size() > logos + 1) {
            right.add(
                    content.subList(logos + 1, logos + 2),
                    place.within(issuer + GUTTER, area.width() - GUTTER - issuer)
                            .aligned(Block.Align.RIGHT),
                    tag);
        }
        double height = Math.max(left.height(), right.height());
        pieces.add(new Piece(0, height, (pen, top) -> {
                    left.draw(pen, top);
                    right.draw(pen, top);
                })
                .stickyIf(true));
        if (content.size() > logos + 2) {
            add(content.subList(logos + 2, content.size()), place, tag);
        }
        pieces.add(new Piece(
                        6,
                        8,
                        (pen, top) -> pen.rule(
                                area.x(),
                                top - 1,
                                area.width(),
                                0.8,
                                style.colours().accent()))
                .stickyIf(true));
    }

    private void picture(Block.Picture picture, Area area, Tag parent) {
        double shrunk = Math.min(1, area.width() / picture.width());
        double width = picture.width() * shrunk;
        double height = picture.height() * shrunk;
        double x = area.align() == Block.Align.CENTRE ? area.x() + (area.width() - width) / 2 : area.x();
        Tag tag = parent.child("Figure");
        pieces.add(new Piece(
                        area.size() * 0.5,
                        height,
                        (pen, top) -> pen.figure(
                                tag,
                                picture.alternative(),
                                x,
                                top - height,
                                width,
                                height,
                                () -> pen.picture(picture.raster(), x, top - height, width, height)))
                .stickyIf(true));
    }

    private Area bold(Area area) {
        return area.heading(area.size(), style.colours().heading());
    }

    double height() {
        double height = 0;
        for (Piece piece : pieces) {
            height += piece.height() + (height == 0 ? 0 : piece.before());
        }
        return height;
    }

    void draw(Pen pen, double top) {
        double y = top;
        for (Piece piece : pieces) {
            y -= y == top ? 0 : piece.before();
            piece.ink().draw(pen, y);
            y -= piece.height();
        }
    }

    private void framed(Block.Framed framed, Area area, Tag parent) {
        Piece.Frame frame = new Piece.Frame(
                area.x(),
                area.width(),
                FRAME_BAR,
                style.colours().tint(),
                style.colours().accent());
        Flow inner = new Flow(style, breaker, pageHeight);
        double padding = FRAME_PADDING + FRAME_BAR;
        inner.add(
                framed.content(),
                area.within(padding, area.width() - padding - FRAME_PADDING).sized(area.size() * 1.1),
                parent.child("Div"));
        if (inner.pieces.isEmpty()) {
            return;
        }
        pieces.add(new Piece(area.size(), FRAME_PADDING, (pen, top) -> {})
                .in(frame)
                .stickyIf(true));
        for (int i = 0; i < inner.pieces.size(); i++) {
            Piece piece = inner.pieces.get(i);
            pieces.add((i == 0 ? piece.after(0) : piece).in(frame).stickyIf(true));
        }
        pieces.add(new Piece(0, FRAME_PADDING, (pen, top) -> {}).in(frame));
        notices.addAll(inner.notices);
    }

    /** The code at the left, the rest beside it, in the middle of its height; never cut, nor apart from what it is of. */
    private void code(Block.Code code, Area area, Tag parent) {
        keepLast();
        QrCode qr = code.code();
        Tag tag = parent.child("Div");
        Tag figure = tag.child("Figure");
        // The white room of the code stands in the margin, so that its ink is flush with the text.
        double x = area.x() - qr.quiet();
        double indent = qr.side() - qr.quiet() + GUTTER / 2;
        Flow beside = new Flow(style, breaker, pageHeight);
        beside.add(code.beside(), area.within(indent, area.width() - indent), tag);
        // What takes more than a page cannot stand beside: it comes below.
        boolean together = beside.height() <= pageHeight * 0.9;
        double words = together ? beside.height() : 0;
        // Nothing stands close below the code but white paper, which is room enough.
        double height = Math.max(qr.side() - qr.quiet(), words);
        pieces.add(new Piece(area.size(), height, (pen, top) -> {
            double y = top - (height + qr.side() - qr.quiet()) / 2 - qr.quiet();
            pen.figure(figure, code.alternative(), x, y, qr.side(), qr.side(), () -> pen.code(qr, x, y));
            if (together) {
                beside.draw(pen, top - (height - words) / 2);
            }
        }));
        if (together) {
            notices.addAll(beside.notices);
        } else {
            add(code.beside(), area, tag);
        }
    }

    /** What comes next stands on the page of what came last. */
    private void keepLast() {
        if (!pieces.isEmpty() && !pieces.getLast().breaksPage()) {
            pieces.set(pieces.size() - 1, pieces.getLast().stickyIf(true));
        }
    }

    private void notice(Block.Notice notice, Area area, Tag parent) {
        Flow inner = new Flow(style, breaker, pageHeight);
        inner.add(notice.content(), area.sized(style.sizes().small()), parent.child("Div"));
        notices.add(new Piece(
                        area.size() * 1.5,
                        5,
                        (pen, top) -> pen.rule(
                                area.x(),
                                top,
                                area.width(),
                                0.5,
                                style.colours().rule()))
                .stickyIf(true));
        for (int i = 0; i < inner.pieces.size(); i++) {
            Piece piece = inner.pieces.get(i);
            notices.add((i == 0 ? piece.after(0) : piece).stickyIf(i < inner.pieces.size() - 1));
        }
    }
}
