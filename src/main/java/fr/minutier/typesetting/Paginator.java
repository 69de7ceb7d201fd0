package fr.minutier.typesetting;

import java.util.ArrayList;
import java.util.List;

/** Puts pieces on pages: keeps together what sticks together, repeats the heads of tables, leaves the notice for the end. */
final class Paginator {

    /** A page: its pieces with their distance from the top of the text area. */
    record Page(List<Placed> pieces) {}

    /** A piece in its place; {@code repeated} when it stands on an earlier page already and is no content here. */
    record Placed(Piece piece, double top, boolean repeated) {}

    private final double height;
    private final List<Page> pages = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private double y;
    private boolean fresh = true;

    private Paginator(double height) {
        this.height = height;
        pages.add(new Page(page));
    }

    /** How much wider than usual the room between the pieces of a solemn page may be. */
    private static final double LOOSEST = 2;

    /** The first page is filled; what follows a page break is left as it is. */
    static List<Piece> spread(List<Piece> flow, List<Piece> notice, double height) {
        int end = 0;
        while (end < flow.size() && !flow.get(end).breaksPage()) {
            end++;
        }
        if (end == flow.size()) {
            return fill(flow, notice, height);
        }
        List<Piece> spread = new ArrayList<>(fill(flow.subList(0, end), List.of(), height));
        spread.addAll(flow.subList(end, flow.size()));
        return spread;
    }

    /**
     * A page that is filled: the room between pieces is widened, and the last ones, which stay together because they are
     * signed, stand at the foot. Pieces that take more than a page are left as they are.
     */
    private static List<Piece> fill(List<Piece> flow, List<Piece> notice, double height) {
        double between = flow.stream().skip(1).mapToDouble(Piece::before).sum();
        double solid = flow.stream().mapToDouble(Piece::height).sum() + room(notice);
        // A point less than there is, for sums of fractions.
        double spare = height - solid - between - 1;
        if (spare <= 0 || between == 0) {
            return flow;
        }
        int foot = flow.size() - 1;
        while (foot > 0 && flow.get(foot - 1).sticky()) {
            foot--;
        }
        double loose = Math.min(LOOSEST, 1 + spare / between);
        double rest = spare - (loose - 1) * between;
        List<Piece> spread = new ArrayList<>();
        for (int i = 0; i < flow.size(); i++) {
            Piece piece = flow.get(i);
            spread.add(piece.after(piece.before() * loose + (i == foot && i > 0 ? rest : 0)));
        }
        return spread;
    }

    /**
     * The pages of a document.
     *
     * @param height of the text area, in points
     * @param notice stands at the foot of the last page
     */
    static List<Page> paginate(List<Piece> flow, List<Piece> notice, double height) {
        Paginator paginator = new Paginator(height);
        paginator.flow(flow);
        double room = notice.stream().mapToDouble(Piece::height).sum()
                + notice.stream().skip(1).mapToDouble(Piece::before).sum();
        if (!notice.isEmpty() && room <= height) {
            if (paginator.y + notice.getFirst().before() + room > height) {
                paginator.newPage();
            }
            paginator.y = height - room;
            paginator.fresh = true;
        }
        paginator.flow(notice);
        return paginator.pages;
    }

    private void flow(List<Piece> pieces) {
        int i = 0;
        while (i < pieces.size()) {
            int end = i + 1;
            while (end < pieces.size()
                    && pieces.get(end - 1).sticky()
                    && !pieces.get(end).breaksPage()) {
                end++;
            }
            List<Piece> group = pieces.subList(i, end);
            if (group.getFirst().breaksPage()) {
                if (!page.isEmpty()) {
                    newPage();
                }
            } else {
                if (!fresh && y + room(group) > height) {
                    newPage();
                }
                group.forEach(this::place);
            }
            i = end;
        }
    }

    private static double room(List<Piece> group) {
        return group.stream()
                .mapToDouble(piece -> piece.before() + piece.height())
                .sum();
    }

    private void place(Piece piece) {
        if (!fresh && y + piece.before() + piece.height() > height) {
            newPage();
        }
        if (page.isEmpty() && piece.head() != null) {
            page.add(new Placed(piece.head(), y, true));
            y += piece.head().height();
        }
        double top = fresh ? y : y + piece.before();
        // A thousandth of a point of slack, for sums of fractions.
        if (top + piece.height() > height + 0.001) {
            throw new TallerThanAPage(Math.round(piece.height()));
        }
        page.add(new Placed(piece, top, false));
        y = top + piece.height();
        fresh = false;
    }

    private void newPage() {
        page = new ArrayList<>();
        pages.add(new Page(page));
        y = 0;
        fresh = true;
    }
}
