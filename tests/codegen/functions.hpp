// SPDX-License-Identifier: BSL-1.0
#pragma once

// Value and gradient as plain functions: each is one object file, by the library and by hand.
// `result` receives the value, then the derivatives.
extern "C" {
/// The 2-2-2 network: weights w[8], inputs and targets data = {x1, x2, t1, t2}.
void network_formula(double const* w, double const* data, double* result);
void network_function(double const* w, double const* data, double* result);
void network_hand(double const* w, double const* data, double* result);
void network_float(float const* w, float const* data, float* result);

/// NIST Rat43: parameters b[4] at *x.
void rat43_formula(double const* b, double const* x, double* result);
void rat43_function(double const* b, double const* x, double* result);
void rat43_hand(double const* b, double const* x, double* result);
void rat43_expert(double const* b, double const* x, double* result);

void rosenbrock(double const* p, double* result);

/// Pose of the robot arm and its Jacobian: angles[6], result[12 + 72].
void robot_arm(double const* angles, double* result);

/// Sine and cosine: result[2].
void turn_float(float x, float* result);
void turn(double x, double* result);
void turn_long(long double x, long double* result);
}
