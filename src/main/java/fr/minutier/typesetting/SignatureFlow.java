package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;

/** Lays out the places to sign, and keeps them with what is signed. */
final class SignatureFlow {
    /** The width that a person needs to sign, in points: 47 mm, so that five sign side by side on a sheet that lies. */
    private static final double SIGNATORY = 133;

    private final Style style;
    private final LineBreaker breaker;
    private final double pageHeight;

    SignatureFlow(Style style, LineBreaker breaker, double pageHeight) {
        this.style = style;
        this.breaker = breaker;
        this.pageHeight = pageHeight;
    }

    /** Signatories side by side, as many as the width lets sign, with room to do so. */
    List<Piece> pieces(Block.Signatures signatures, Area area, Tag tag) {
        List<Text> all = signatures.signatories();
        int most = Math.max(2, (int) ((area.width() + Flow.GUTTER) / (SIGNATORY + Flow.GUTTER)));
        int rows = (all.size() + most - 1) / most;
        int perRow = (all.size() + rows - 1) / rows;
        int columns = Math.max(2, perRow);
        double width = (area.width() - Flow.GUTTER * (columns - 1)) / columns;
        List<Piece> pieces = new ArrayList<>();
        for (int start = 0; start < all.size(); start += perRow) {
            List<Flow> row = new ArrayList<>();
            double height = 0;
            int end = Math.min(all.size(), start + perRow);
            for (int i = start; i < end; i++) {
                // A signatory alone stands on the right, as in a letter.
                int column = all.size() == 1 ? 1 : i - start;
                Flow place = new Flow(style, breaker, pageHeight);
                place.text(
                        all.get(i),
                        area.within(column * (width + Flow.GUTTER), width)
                                .aligned(Block.Align.LEFT)
                                .sized(area.size() * 0.95),
                        tag.child("P"),
                        0,
                        true);
                height = Math.max(height, place.height());
                row.add(place);
            }
            pieces.add(new Piece(
                    start == 0 ? area.size() * 2 : area.size(),
                    height + style.signatureRoom(),
                    (pen, top) -> row.forEach(place -> place.draw(pen, top))));
        }
        return pieces;
    }

    /**
     * Keeps the places to sign, which are the pieces from {@code first} on, on the page of the end of what is signed; where
     * they take more than a page, each page begins with the words that stand above the first of them.
     *
     * @param lastHeading where the last heading begins, or negative
     */
    void keep(List<Piece> pieces, int first, int lastHeading) {
        int words = beginOfSticky(pieces, first);
        boolean headed = lastHeading >= words;
        int signed = words;
        if (headed && words > 0 && !pieces.get(words - 1).breaksPage()) {
            pieces.set(words - 1, pieces.get(words - 1).stickyIf(true));
            signed = beginOfSticky(pieces, words);
        }
        Piece tableHead = pieces.get(signed).head();
        double needed = room(pieces.subList(signed, pieces.size())) + (tableHead == null ? 0 : tableHead.height());
        boolean together = needed <= pageHeight;
        List<Piece> above = List.copyOf(pieces.subList(words, first));
        boolean repeats = headed && room(above) < pageHeight / 4;
        for (int i = first; i < pieces.size(); i++) {
            Piece place = pieces.get(i).stickyIf(together && i < pieces.size() - 1);
            pieces.set(i, repeats ? place.under(again(above)) : place);
        }
    }

    /** Where the pieces begin that stand on the page of that one. */
    private static int beginOfSticky(List<Piece> pieces, int piece) {
        int begin = piece;
        while (begin > 0 && pieces.get(begin - 1).sticky()) {
            begin--;
        }
        return begin;
    }

    private static double room(List<Piece> pieces) {
        return pieces.stream()
                .mapToDouble(piece -> piece.before() + piece.height())
                .sum();
    }

    /** Pieces drawn once more, as one, with room below. */
    private Piece again(List<Piece> pieces) {
        Flow flow = new Flow(style, breaker, pageHeight);
        flow.pieces().addAll(pieces);
        return new Piece(0, flow.height() + style.sizes().text() * 2, flow::draw);
    }
}
