#include <math.h>

#include "client/sim/world.h"

void chance_seed(struct world *world, uint64_t seed)
{
    for (int i = 0; i < 4; i++) {
        uint64_t z = (seed += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        world->random[i] = z ^ (z >> 31);
    }
}

static uint64_t rotate(uint64_t x, int k)
{
    return (x << k) | (x >> (64 - k));
}

uint64_t chance_bits(struct world *world)
{
    uint64_t *s = world->random;
    uint64_t result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

double chance_unit(struct world *world)
{
    return (double)(chance_bits(world) >> 11) * 0x1p-53;
}

bool chance(struct world *world, double share)
{
    return chance_unit(world) < share;
}

uint64_t chance_below(struct world *world, uint64_t n)
{
    return (uint64_t)(chance_unit(world) * (double)n);
}

double chance_exponential(struct world *world, double mean)
{
    return -mean * log(1.0 - chance_unit(world));
}
