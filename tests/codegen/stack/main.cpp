// SPDX-License-Identifier: BSL-1.0
void gradient(double const* p, double* result);

int main() {
  double const p[8] = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
  double result[9] = {};
  gradient(p, result);
  return result[0] != 0 && result[8] == result[8] ? 0 : 1;
}
