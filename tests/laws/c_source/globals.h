/* Names that a user may have given to globals: nothing in a C text hides them (-Wshadow), but for what
   its signature says and the steps t0, t1, c0. */
extern double a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, q, r, s, t, w, y, z;
extern double at, before, cosine, factorial, front, half, high, index_, inverse, leading, next, poles,
    power, rest, result, sign, sine, square, sum, tail, term, x1, x2, more;
