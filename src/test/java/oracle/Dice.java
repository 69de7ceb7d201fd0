package oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Throws of one random source in the words of the generator. */
final class Dice {
    private final Random random;

    Dice(Random random) {
        this.random = random;
    }

    boolean percent(int chances) {
        return random.nextInt(100) < chances;
    }

    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @SafeVarargs
    final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Hundredths as a French number: 950 is 9,5. */
    static String mark(int hundredths) {
        return Text.french(BigDecimal.valueOf(hundredths, 2));
    }

    /** Any mark, in hundredths, mostly of the steps that examiners use. */
    int anyMark() {
        int step = one(100, 50, 25, 25, 10, 1);
        int most = 2000 / step;
        int low = percent(15) ? 0 : 600 / step;
        return from(low, most) * step;
    }

    /** Two marks in hundredths whose weighted sum lies at the threshold or 0,01 beside it. */
    int[] aroundThreshold(int first, int second, int thresholdInHundredths) {
        int target = thresholdInHundredths + from(-1, 1);
        while (true) {
            int b = percent(50) ? from(0, 80) * 25 : from(0, 2000);
            int rest = target - second * b;
            if (rest >= 0 && rest % first == 0 && rest / first <= 2000) {
                return new int[] {rest / first, b};
            }
        }
    }
}
