#include "client/ctl/erlang.h"

#include <math.h>

#include "common/err.h"
#include "common/limits.h"

double erlang_b(double load, uint64_t agents)
{
    double lost = 1;
    for (uint64_t n = 1; n <= agents; n++) lost = load * lost / ((double)n + load * lost);
    return lost;
}

struct erlang erlang_c(const struct erlang_load *load, uint64_t agents)
{
    double a = load->calls_per_s * load->work_s, n = (double)agents;
    ASSERT(a > 0 && agents > 0);
    struct erlang out = {.agents = agents, .occupancy = 1, .wait_s = INFINITY};
    if (a >= n) return out;
    double lost = erlang_b(a, agents);
    double waits = lost / (1 - a / n * (1 - lost));
    out.occupancy = a / n;
    out.wait_s = waits * load->work_s / (n - a);
    out.service_level = 1 - waits * exp(-(n - a) * load->within_s / load->work_s);
    return out;
}

/* Of Erlang A, the time in units of work: `a` calls come in it, `impatience` of those who wait give
 * up. The wait that a call finds, were it to stay, has the density
 *   p exp(a / impatience (1 - exp(-impatience wait)) - n wait)
 * with p: n times the chance that all agents work and nobody waits (Baccelli and Hebuterne, 1981).
 */
struct hump {
    double a, n, impatience;
    double top; /* where it is largest */
    double log_top;
};

static double hump_log(const struct hump *hump, double wait)
{
    return -hump->a / hump->impatience * expm1(-hump->impatience * wait) - hump->n * wait;
}

static struct hump hump_of(double a, double n, double impatience)
{
    struct hump hump = {.a = a, .n = n, .impatience = impatience};
    if (a > n) hump.top = log(a / n) / impatience;
    hump.log_top = hump_log(&hump, hump.top);
    return hump;
}

static const double beyond = -50; /* exp(beyond) adds nothing to a sum */

/* Where the hump sinks below what counts, between its top and `outside`, where it has. */
static double hump_edge(const struct hump *hump, double outside)
{
    double inside = hump->top;
    for (int i = 0; i < 100; i++) {
        double middle = inside + (outside - inside) / 2;
        *(hump_log(hump, middle) - hump->log_top < beyond ? &outside : &inside) = middle;
    }
    return outside;
}

struct sums {
    double all, leave, stay; /* of all, of who gives up before the wait is over, of the others */
};

/* Over the waits up to `until`, as multiples of the hump's top: Simpson's rule over what counts. */
static struct sums hump_sums(const struct hump *hump, double until)
{
    enum { PANELS = 4096 };
    struct sums sums = {0};
    double from = 0, end = hump->top + 1;
    while (hump_log(hump, end) - hump->log_top >= beyond) end = hump->top + 2 * (end - hump->top);
    if (hump_log(hump, 0) - hump->log_top < beyond) from = hump_edge(hump, 0);
    double to = fmin(hump_edge(hump, end), until);
    if (to <= from) return sums;
    double step = (to - from) / PANELS;
    for (int i = 0; i <= PANELS; i++) {
        double wait = from + i * step, weight = i == 0 || i == PANELS ? 1 : i % 2 ? 4 : 2;
        double here = weight * step / 3 * exp(hump_log(hump, wait) - hump->log_top);
        sums.all += here;
        sums.leave -= here * expm1(-hump->impatience * wait);
        sums.stay += here * exp(-hump->impatience * wait);
    }
    return sums;
}

struct erlang erlang_a(const struct erlang_load *load, uint64_t agents)
{
    double a = load->calls_per_s * load->work_s, n = (double)agents;
    ASSERT(a > 0 && agents > 0 && load->patience_s > 0);
    struct erlang out = {.agents = agents, .occupancy = a / n, .service_level = 1};
    double lost = erlang_b(a, agents);
    if (lost < 1e-300) return out; /* nobody ever waits */
    struct hump hump = hump_of(a, n, load->work_s / load->patience_s);
    struct sums ever = hump_sums(&hump, INFINITY);
    struct sums soon = hump_sums(&hump, load->within_s / load->work_s);
    /* The chances of all states in the same measure: an agent is free, or somebody waits. */
    double all = (1 / lost - 1) * exp(-hump.log_top) + n * ever.all;
    out.abandonment = n * ever.leave / all;
    out.wait_s = out.abandonment * load->patience_s;
    out.occupancy = a * (1 - out.abandonment) / n;
    out.service_level = 1 - n * (ever.all - soon.stay) / all;
    return out;
}

bool erlang_fewest(erlang_model *model, const struct erlang_load *load, double target,
                   struct erlang *out)
{
    ASSERT(target < 1);
    /* more agents never do worse: double until it is enough, then halve what is between */
    uint64_t few = 0, many = 1;
    while ((*out = model(load, many)).service_level < target) {
        if (many >= LIMIT_STAFF) return false;
        few = many;
        many = 2 * many < LIMIT_STAFF ? 2 * many : LIMIT_STAFF;
    }
    while (many - few > 1) {
        uint64_t middle = few + (many - few) / 2;
        struct erlang at = model(load, middle);
        if (at.service_level < target) {
            few = middle;
        } else {
            many = middle;
            *out = at;
        }
    }
    return true;
}
