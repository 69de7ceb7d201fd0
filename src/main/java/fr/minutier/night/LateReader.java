package fr.minutier.night;

import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads what is known only once an earlier step has run, from its beginning whenever the step starts. */
final class LateReader<T> implements ItemReader<T> {
    private final Supplier<Iterator<T>> source;
    private @Nullable Iterator<T> items;

    LateReader(Supplier<Iterator<T>> source) {
        this.source = source;
    }

    @Override
    public @Nullable T read() {
        if (items == null) {
            items = source.get();
        }
        return items.hasNext() ? items.next() : null;
    }
}
