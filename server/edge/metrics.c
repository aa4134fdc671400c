#include "server/edge/metrics.h"

#include "common/log.h"

void metrics_log(const struct metrics *metrics)
{
#define M(name, help) LOG_U64(#name, metrics->name),
    log_event(LOG_INFO, "figures", METRICS_TABLE(M){.kind = LOG_KIND_END});
#undef M
}
